import { tasks } from './tasks.ts';

export interface Question {
  readonly id: number;
  readonly task: string;
  readonly parameters: unknown;
}

export interface Answer {
  readonly id: number;
  readonly result?: unknown;
  /** In words. */
  readonly error?: string;
}

addEventListener('message', async ({ data: { id, task, parameters } }: MessageEvent<Question>) => {
  try {
    const run = tasks[task as keyof typeof tasks] as (parameters: unknown) => unknown;
    postMessage({ id, result: await run(parameters) } satisfies Answer);
  } catch (thrown) {
    postMessage({ id, error: thrown instanceof Error ? `${thrown.message}\n${thrown.stack}` : String(thrown) } satisfies Answer);
  }
});
