import type { Browser } from 'playwright-core';
import { launchBrowser } from './launch-browser.ts';

/** With WebGPU on a software adapter where there is no graphics card; without the switch Chromium on Linux has none at all. */
export const launchWebGpuBrowser = (): Promise<Browser> => launchBrowser(['--enable-unsafe-webgpu']);
