import type { Core } from '../../src/main/core/core.ts';
import type { Result } from '../../src/shared/contract/result.ts';

/** Throws, in words, what a call was refused with. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(`${result.error.message} ${result.error.nextStep}`);
}

/** Once the next experiment to end is done; throws where it ended otherwise. To be called before it begins. */
export async function experimentDone({ onEvent }: Pick<Core, 'onEvent'>, name: string): Promise<void> {
  const state = await new Promise<string>((ended) => onEvent((event) => event.kind === 'experiment-changed' && event.experiment.state !== 'running' && ended(event.experiment.state)));
  if (state !== 'done') throw new Error(`${name} ended as ${state}.`);
}
