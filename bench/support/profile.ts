import { Session, type Profiler } from 'node:inspector/promises';

/** Microseconds between two looks at the stack. */
const INTERVAL = 250;

/** A function on the stack. */
export interface Frame {
  readonly name: string;
  /** Of its file; '' for V8's own. */
  readonly url: string;
}

/**
 * Runs the work under V8's sampling profiler and adds up the time of this thread by category.
 * `categoryOf`: of a stack, the innermost frame first. -> seconds
 */
export async function profileByCategory(work: () => Promise<unknown>, categoryOf: (stack: readonly Frame[]) => string): Promise<ReadonlyMap<string, number>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return sumByCategory(profile, categoryOf);
}

function sumByCategory({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, categoryOf: (stack: readonly Frame[]) => string): Map<string, number> {
  const stacks = stacksOf(nodes);
  const sums = new Map<string, number>();
  samples.forEach((node, i) => {
    const category = categoryOf(stacks.get(node) ?? []);
    sums.set(category, (sums.get(category) ?? 0) + (timeDeltas[i + 1] ?? 0) / 1e6);
  });
  return sums;
}

function stacksOf(nodes: readonly Profiler.ProfileNode[]): ReadonlyMap<number, readonly Frame[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stacks = new Map<number, readonly Frame[]>();
  const visit = ({ id, callFrame, children = [] }: Profiler.ProfileNode, callers: readonly Frame[]): void => {
    const stack = [{ name: callFrame.functionName, url: callFrame.url }, ...callers];
    stacks.set(id, stack);
    for (const child of children) visit(byId.get(child)!, stack);
  };
  const [root] = nodes;
  if (root !== undefined) visit(root, []);
  return stacks;
}
