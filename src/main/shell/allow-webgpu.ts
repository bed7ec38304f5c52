import { app } from 'electron';

/** Chromium keeps WebGPU from Linux unless it is asked for, and wants Vulkan for it there. To be called before the app is ready. */
export function allowWebGpu(platform = process.platform): void {
  if (platform !== 'linux') return;
  app.commandLine.appendSwitch('enable-unsafe-webgpu');
  app.commandLine.appendSwitch('enable-features', 'Vulkan');
}
