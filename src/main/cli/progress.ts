import type { CoreEvent, JobProgress } from '../../shared/contract/events.ts';

const EVERY_MS = 1_000;

export interface ProgressPrinter {
  event(event: CoreEvent): void;
  say(message: string): void;
  /** A message that the next one takes the place of. */
  update(message: string): void;
  /** Leaves the cursor on a line of its own. */
  end(): void;
}

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Progress in lines: on a terminal one line that is written over, in a log at most one a second and each run that an experiment has behind it. */
export function makeProgressPrinter(output: Output, now: () => number = () => performance.now()): ProgressPrinter {
  let lastAt = -Infinity;
  let onOpenLine = false;
  let runsDone = 0;
  const closeLine = () => {
    if (onOpenLine) output.write('\n');
    onOpenLine = false;
  };
  const say = (message: string) => {
    closeLine();
    output.write(`${message}\n`);
  };
  const update = (message: string) => {
    if (!output.isTTY && now() - lastAt < EVERY_MS) return;
    lastAt = now();
    output.write(output.isTTY ? `\r\u001B[K${message}` : `${message}\n`);
    onOpenLine = Boolean(output.isTTY);
  };
  return {
    event: (event) => {
      if (event.kind === 'job-progress') update(describeJob(event.progress));
      if (event.kind === 'run-epoch') say(describeEpoch(event));
      if (event.kind === 'experiment-progress') {
        if (event.done !== runsDone) lastAt = -Infinity;
        runsDone = event.done;
        update(`${event.done} of ${event.members} runs done${describeTimeLeft(event.secondsLeft)}`);
      }
    },
    say,
    update,
    end: closeLine,
  };
}

function describeJob({ message, done, total, secondsLeft }: JobProgress): string {
  const share = total === null ? `${done}` : `${done} of ${total}`;
  return `${message}: ${share}${describeTimeLeft(secondsLeft)}`;
}

function describeEpoch({ record, epochs, secondsLeft }: Extract<CoreEvent, { kind: 'run-epoch' }>): string {
  const validation = record.val === null ? '' : `, validation ${record.val.weighted.toFixed(4)}`;
  const f1 = record.val05 === null ? '' : `, F1 ${record.val05.f1.toFixed(3)}`;
  const losses = `loss ${record.train.weighted.toFixed(4)}${validation}${f1}`;
  return `epoch ${record.epoch} of ${epochs}: ${losses}, ${record.seconds.toFixed(2)} s${describeTimeLeft(secondsLeft)}`;
}

const describeTimeLeft = (seconds: number | null) => (seconds === null ? '' : `, ${Math.ceil(seconds)} s left`);
