import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StartTrainer, TrainerProcess } from '../core/trainer-process.ts';
import { watchSilence } from '../core/training/watch-silence.ts';

const ENTRY = fileURLToPath(new URL('./entry.ts', import.meta.url));

/** Of what it wrote to stderr, as much as explains an end. Characters. */
const LAST_WORDS = 2000;

/** Starts a trainer as a child of this Node process; it ends when this process does, however that ends. */
export const startNodeTrainer: StartTrainer = () => watchSilence(startChild(ENTRY));

export function startChild(entry: string): TrainerProcess {
  // Its stdout is nobody's: the command line's own belongs to the answer.
  const child = fork(entry, { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const lastWords = listen(child);
  return {
    // A child that is gone is told by its exit; posting to it is no error of its own.
    post: (message) => void child.send(message as object, () => undefined),
    onMessage: (receive) => void child.on('message', receive),
    onExit: (exited) => {
      let told = false;
      const tell = (reason: string): void => {
        if (!told) exited(reason);
        told = true;
      };
      child.once('close', (code, signal) => tell(signal === null ? `it ended with code ${code}${lastWords()}` : `it was ended by ${signal}`));
      child.once('error', (error) => tell(`it could not be started: ${error.message}`));
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** What the child said last, to be put behind a sentence. */
function listen(child: ChildProcess): () => string {
  let heard = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (heard = (heard + text).slice(-LAST_WORDS)));
  return () => (heard === '' ? '' : `: ${heard.trim()}`);
}
