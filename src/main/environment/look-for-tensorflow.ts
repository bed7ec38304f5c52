import { dataFolder } from './data-folder.mjs';
import { findNvidiaDriver } from './nvidia-driver.mjs';
import { rootFolder } from './root-folder.ts';
import { findTensorflow, hasAddon, TENSORFLOW_PACKAGES, type TensorflowName } from './tensorflow-packages.mjs';

/** A back end's package, told from files alone. `reason`: in words, why it cannot be used. */
export type TensorflowInstallation = { readonly folder: string; readonly reason: null } | { readonly folder: null; readonly reason: string };

export function lookForTensorflow(
  name: TensorflowName,
  root = rootFolder(import.meta.dirname),
  data = dataFolder(),
  hasDriver = () => findNvidiaDriver() !== null,
): TensorflowInstallation {
  const packageName = TENSORFLOW_PACKAGES[name];
  const folder = findTensorflow(name, root, data);
  if (folder !== null && hasAddon(folder)) return { folder, reason: null };
  if (folder !== null) return { folder: null, reason: `${packageName} is installed without its native library.` };
  const hint = name === 'tensorflow-gpu' && hasDriver() ? ' This machine has an NVIDIA driver: expanse doctor --install-cuda installs it.' : '';
  return { folder: null, reason: `The optional package ${packageName} is not installed.${hint}` };
}
