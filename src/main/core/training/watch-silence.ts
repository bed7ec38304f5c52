import type { TrainerMessage, TrainerRequest } from '../../../shared/engine/training/messages.ts';
import type { TrainerProcess } from '../trainer-process.ts';

/** A trainer at work that says nothing for so long hangs: the slowest step takes a few seconds. Milliseconds. */
const LONGEST_SILENCE = 120_000;

/** Ends a trainer that hangs, and says so as the reason of its end. */
export function watchSilence(trainer: TrainerProcess, longest = LONGEST_SILENCE): TrainerProcess {
  const atWork = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let hung = false;

  const wait = (): void => {
    clearTimeout(timer);
    if (atWork.size > 0) timer = setTimeout(end, longest).unref();
  };
  const end = (): void => {
    hung = true;
    trainer.kill();
  };
  return {
    post: (message) => {
      const request = message as TrainerRequest;
      if (request.kind === 'train' || request.kind === 'predict' || request.kind === 'examine') atWork.add(request.id);
      wait();
      trainer.post(message);
    },
    onMessage: (receive) =>
      trainer.onMessage((message) => {
        const answer = message as TrainerMessage;
        if (isLast(answer)) atWork.delete(answer.id);
        wait();
        receive(message);
      }),
    onExit: (exited) =>
      trainer.onExit((reason) => {
        clearTimeout(timer);
        exited(hung ? `it said nothing for ${longest / 1000} s and was ended` : reason);
      }),
    kill: () => trainer.kill(),
  };
}

type LastAnswer = Extract<TrainerMessage, { kind: 'trained' | 'predicted' | 'examined' | 'failed' }>;

const isLast = (answer: TrainerMessage): answer is LastAnswer =>
  answer.kind === 'trained' || answer.kind === 'predicted' || answer.kind === 'examined' || answer.kind === 'failed';
