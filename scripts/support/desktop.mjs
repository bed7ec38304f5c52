import { spawn } from 'node:child_process';

/** Whether a window could be shown at all. */
export function hasDisplay(platform = process.platform, env = process.env) {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * Shows the address in the person's own browser, which outlives this process. Where that fails, the printed address remains.
 * @param {string} address
 */
export function openInDefaultBrowser(address) {
  if (!hasDisplay() || process.env['CI']) return;
  const [command, ...args] = opener(address);
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}

/**
 * @param {string} address
 * @returns {[string, ...string[]]}
 */
function opener(address) {
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return ['xdg-open', address];
}
