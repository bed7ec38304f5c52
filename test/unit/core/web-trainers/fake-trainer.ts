import type { TrainerMessage, TrainerRequest } from '../../../../src/shared/engine/training/messages.ts';
import type { TrainerProcess } from '../../../../src/main/core/trainer-process.ts';

/** A trainer in words, and the strings that move it. */
export interface FakeTrainer extends TrainerProcess {
  readonly requests: readonly TrainerRequest[];
  say(message: unknown): void;
  end(reason: string): void;
  isKilled(): boolean;
}

/** `answer`: what it says to a request; nothing: it hangs. */
export function makeFakeTrainer(answer: (request: TrainerRequest) => TrainerMessage | undefined = () => undefined): FakeTrainer {
  const requests: TrainerRequest[] = [];
  let receive: (message: unknown) => void = () => undefined;
  let exited: (reason: string) => void = () => undefined;
  let killed = false;
  const end = (reason: string): void => {
    exited(reason);
    exited = () => undefined;
  };
  return {
    requests,
    say: (message) => receive(message),
    end,
    isKilled: () => killed,
    post: (message) => {
      const request = message as TrainerRequest;
      requests.push(request);
      const said = answer(request);
      if (said !== undefined) setTimeout(() => receive(said));
    },
    onMessage: (listener) => (receive = listener),
    onExit: (listener) => (exited = listener),
    kill: () => {
      killed = true;
      setTimeout(() => end('it was ended'));
    },
  };
}
