import type { TrainerRequest } from '../../../shared/engine/training/messages.ts';
import type { TrainerProcess } from '../trainer-process.ts';
import { readWebTrainerMessage, type WebTrainerMessage } from '../validation/trainer-messages.ts';
import { checkAnswer, type Order } from './check-answer.ts';

type Answer = Extract<WebTrainerMessage, { id: string }>;

/** Lets pass what answers an order as a trainer of ours does; the first message that does not ends the trainer, in words. */
export function guardTrainer(trainer: TrainerProcess): TrainerProcess {
  const orders = new Map<string, Order>();
  let exited: (reason: string) => void = () => undefined;
  let isGone = false;

  const leave = (reason: string): void => {
    if (isGone) return;
    isGone = true;
    trainer.kill();
    exited(reason);
  };
  const check = (message: Answer): void => {
    const order = orders.get(message.id);
    if (order === undefined) throw new Error('it answers what nobody asked');
    checkAnswer(message, order);
    if (isLast(message)) orders.delete(message.id);
  };
  const read = (raw: unknown): WebTrainerMessage | null => {
    try {
      const message = readWebTrainerMessage(raw);
      if ('id' in message) check(message);
      return message;
    } catch (thrown) {
      leave(`it sent what no trainer sends (${thrown instanceof Error ? thrown.message : String(thrown)}) and was ended`);
      return null;
    }
  };

  trainer.onExit(leave);
  return {
    post: (message) => {
      const request = message as TrainerRequest;
      if (request.kind === 'train' || request.kind === 'predict' || request.kind === 'examine') orders.set(request.id, request);
      trainer.post(message);
    },
    onMessage: (receive) =>
      trainer.onMessage((raw) => {
        const message = isGone ? null : read(raw);
        if (message?.kind === 'ended') leave(message.reason);
        else if (message !== null) receive(message);
      }),
    onExit: (listener) => (exited = listener),
    kill: () => trainer.kill(),
  };
}

const isLast = ({ kind }: Answer): boolean => kind === 'trained' || kind === 'predicted' || kind === 'examined' || kind === 'failed';
