import { chooseBackend } from '../../shared/engine/backends/choose-backend.ts';
import { selfTest } from '../../shared/engine/backends/self-test.ts';
import type { TrainerRequest } from '../../shared/engine/training/messages.ts';
import { makeTrainer } from '../../shared/engine/training/trainer.ts';
import { nodeBackends } from './node-backends.ts';
import { linkToParent } from './parent-link.ts';

// A training process: it computes what it is sent, and never opens a file of the person's.
const leave = (): never => process.exit(0);
const link = await linkToParent();
const trainer = makeTrainer({
  post: link.post,
  useBackend: (wanted, threads) => chooseBackend(nodeBackends, wanted, threads, selfTest),
  leave,
});
link.onMessage((request) => trainer.receive(request as TrainerRequest));
link.onClose(leave);
