/**
 * Read by the native libraries when they are loaded. TF32 would round the factors of every product to 11 bits on newer
 * GPUs; without growth TensorFlow takes all of a GPU's memory at once. Warnings stay: they name a library that is missing.
 */
const SETTINGS = { NVIDIA_TF32_OVERRIDE: '0', TF_FORCE_GPU_ALLOW_GROWTH: 'true', TF_CPP_MIN_LOG_LEVEL: '1' };

/** What the person set stays. */
export function applyNativeSettings(env: NodeJS.ProcessEnv = process.env): void {
  for (const [name, value] of Object.entries(SETTINGS)) env[name] ??= value;
}
