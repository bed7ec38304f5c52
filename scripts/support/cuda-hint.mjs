import { dataFolder } from '../../src/main/environment/data-folder.mjs';
import { findNvidiaDriver } from '../../src/main/environment/nvidia-driver.mjs';
import { findTensorflow, hasAddon, hasCudaBuild } from '../../src/main/environment/tensorflow-packages.mjs';
import { root } from './project.mjs';

/**
 * A line for a person whose GPU could train with CUDA if a package were there; null: nothing to say. Installs nothing.
 * @param {{ driver?: string | null, platform?: NodeJS.Platform, arch?: string, program?: string, data?: string }} [machine]
 * @returns {string | null}
 */
export function cudaHint({ driver = findNvidiaDriver(), platform = process.platform, arch = process.arch, program = root, data = dataFolder() } = {}) {
  if (driver === null || !hasCudaBuild(platform, arch)) return null;
  const folder = findTensorflow('tensorflow-gpu', program, data);
  if (folder !== null && hasAddon(folder)) return null;
  return 'This machine has an NVIDIA driver. To train with CUDA, too: npm run -s expanse -- doctor --install-cuda (a large download, once).';
}
