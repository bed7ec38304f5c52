import type { ExaminedBackend } from '../../../src/shared/domain/examined-backend.ts';
import { TRAINER_VERSION, type TrainerMessage, type TrainerRequest } from '../../../src/shared/engine/training/messages.ts';
import type { FakePort } from './fake-port.ts';

/** A trainer that was asked, and what it may answer. */
export interface PlayedTrainer {
  readonly requests: readonly TrainerRequest[];
  answer(message: TrainerMessage): void;
}

/** Answers examinations with one back end, and a training with nothing but what it computes on. */
export function playTrainer(port: FakePort, backend: ExaminedBackend): PlayedTrainer {
  const requests: TrainerRequest[] = [];
  const answer = (message: TrainerMessage): void => port.postMessage(message);
  port.on('message', ({ data }: { data: TrainerRequest }) => {
    requests.push(data);
    if (data.kind === 'examine') answer({ kind: 'examined', id: data.id, threads: 1, backends: [backend] });
    if (data.kind === 'train') answer({ kind: 'ready', backend: backend.name, version: TRAINER_VERSION, notes: [] });
  });
  port.start();
  return { requests, answer };
}
