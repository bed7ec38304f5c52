import { backendBytes } from '../../shared/engine/backends/backend-memory.ts';
import type { BackendProbe } from '../../shared/engine/backends/backend.ts';
import { chooseBackend } from '../../shared/engine/backends/choose-backend.ts';
import { examineBackends } from '../../shared/engine/backends/examine-backends.ts';
import { selfTest } from '../../shared/engine/backends/self-test.ts';
import { timeStep } from '../../shared/engine/backends/time-step.ts';
import { webGpuCandidate } from '../../shared/engine/backends/webgpu-candidate.ts';
import type { TrainerRequest } from '../../shared/engine/training/messages.ts';
import { makeTrainer } from '../../shared/engine/training/trainer.ts';
import { ALLOW_FALLBACK } from './allow-fallback.ts';

// A trainer in a Worker: the engine of the child process, on WebGPU. It reaches nothing but the page that started it.
const CANDIDATES = [webGpuCandidate({ allowFallback: ALLOW_FALLBACK })];
const PROBE: BackendProbe = { selfTest, timeStep };
/** The graphics card has threads of its own. */
const THREADS = 1;

const trainer = makeTrainer({
  post: (message) => postMessage(message),
  useBackend: (wanted) => chooseBackend(CANDIDATES, wanted, THREADS, PROBE),
  examine: async () => ({ threads: THREADS, backends: await examineBackends(CANDIDATES, THREADS, PROBE) }),
  // No browser tells how much a Worker takes.
  memory: () => ({ process: null, backend: backendBytes() }),
  leave: () => close(),
});
addEventListener('message', ({ data }) => trainer.receive(data as TrainerRequest));
