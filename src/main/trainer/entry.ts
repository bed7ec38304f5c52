import { constants, setPriority } from 'node:os';
import { backendBytes } from '../../shared/engine/backends/backend-memory.ts';
import type { TrainerRequest } from '../../shared/engine/training/messages.ts';
import { makeTrainer } from '../../shared/engine/training/trainer.ts';
import { linkToParent } from './parent-link.ts';
import { startBackend } from './start-backend.ts';
import { examineNodeBackends } from './try-backends.ts';

// A training process: it computes what it is sent, and never opens a file of the person's.
yieldToOthers();
const leave = (): never => process.exit(0);
const link = await linkToParent();
const memory = () => ({ process: process.memoryUsage.rss(), backend: backendBytes() });
const trainer = makeTrainer({ post: link.post, useBackend: startBackend, examine: examineNodeBackends, memory, leave });
link.onMessage((request) => trainer.receive(request as TrainerRequest));
link.onClose(leave);

/** It keeps every core busy, and the interface must not wait for it. Threads that it starts later inherit this. */
function yieldToOthers(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some systems forbid even that; then it competes as an equal.
  }
}
