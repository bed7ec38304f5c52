// Trains and predicts the reference task in turn with a PyTorch script that prints the same figures as JSON:
// npm run bench -- versus-pytorch [--script FILE] [--python PROGRAM] [--rounds N] [--epochs N] [--json]
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { count } from '../support/options.ts';
import { milliseconds, report } from '../support/report.ts';
import { compare, type Round, type Speed } from './compare.ts';
import { findPyTorch, runChild } from './run-child.ts';

const BENCH = join(import.meta.dirname, '..');
const THREADS = [1, 2] as const;

/** What the script prints under --json. */
type ScriptOutput = Readonly<Record<'threads1' | 'threads2', Speed>>;

const { values } = parseArgs({
  options: {
    script: { type: 'string', default: join(BENCH, '..', '..', 'shared', 'bench', 'pytorch_bench.py') },
    python: { type: 'string', default: 'python3' },
    rounds: { type: 'string', default: '3' },
    epochs: { type: 'string', default: '9' },
    json: { type: 'boolean', default: false },
  },
});
const script = resolve(values.script);
try {
  await alternate(count('rounds', values.rounds), String(count('epochs', values.epochs)));
} catch (thrown) {
  const reason = (thrown as Error).message;
  report([`Not compared: ${reason}`], { benchmark: 'versus-pytorch', error: reason }, values.json);
  process.exitCode = 1;
}

async function alternate(times: number, epochs: string): Promise<void> {
  if (!existsSync(script)) throw new Error(`There is no ${script}. Name PyTorch's benchmark with --script.`);
  const torch = await findPyTorch(values.python);
  const rounds: Round[] = [];
  for (let n = 1; n <= times; n++) {
    const round = {
      pytorch: await measurePyTorch(epochs),
      ours: { 1: await measureOurs(1, epochs), 2: await measureOurs(2, epochs) },
      wide: { 1: await measureOurs(1, epochs, '--wide'), 2: await measureOurs(2, epochs, '--wide') },
    };
    rounds.push(round);
    process.stderr.write(`round ${n}: ${describe(round)}\n`);
  }
  const ratios = compare(rounds);
  report(
    [`PyTorch ${torch}, medians of ${times} rounds in turn; above 1 we are faster`, ...Object.entries(ratios).map(([name, ratio]) => `  ${name.padEnd(66)}${ratio.toFixed(2)}`)],
    { benchmark: 'versus-pytorch', torch, rounds, ratios },
    values.json,
  );
}

async function measurePyTorch(epochs: string): Promise<Round['pytorch']> {
  const { threads1, threads2 } = JSON.parse(await runChild(values.python, [script, '--json', '--epochs', epochs])) as ScriptOutput;
  return { 1: threads1, 2: threads2 };
}

async function measureOurs(threads: 1 | 2, epochs: string, ...options: readonly string[]): Promise<Speed> {
  const run = async <T>(name: string, ...args: string[]): Promise<T> =>
    JSON.parse(await runChild(process.execPath, [join(BENCH, name, `${name}-bench.ts`), '--json', '--threads', String(threads), ...options, ...args])) as T;
  const { secondsPerEpoch } = await run<Pick<Speed, 'secondsPerEpoch'>>('train', '--rounds', epochs, '--no-breakdown');
  const { windowsPerSecond } = await run<Pick<Speed, 'windowsPerSecond'>>('inference', '--rounds', '9');
  return { secondsPerEpoch, windowsPerSecond };
}

function describe(round: Round): string {
  const side = (name: keyof Round): string => THREADS.map((threads) => milliseconds(round[name][threads].secondsPerEpoch.median)).join(' / ');
  return `epoch on 1 / 2 threads: PyTorch ${side('pytorch')}, ours ${side('ours')}, with wide vectors ${side('wide')}`;
}
