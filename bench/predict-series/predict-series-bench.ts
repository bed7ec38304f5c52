// Predicts a long made-up series as the command line does, in a core and a trainer of their own, and watches their memory:
// npm run bench -- predict-series [--json] [--bars N] [--mode soft|crf] [--features NAME]
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { count } from '../support/options.ts';
import { report } from '../support/report.ts';
import { watchMemory } from './watch-memory.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    bars: { type: 'string', default: '1800000' },
    mode: { type: 'string', default: 'soft' },
    features: { type: 'string', default: 'expanse-1' },
  },
});
const bars = count('bars', values.bars);
const { mode, features, json } = values;

interface Answer {
  readonly series: readonly { readonly bars: number; readonly seconds: number; readonly barsPerSecond: number }[];
}

const folder = mkdtempSync(join(tmpdir(), 'expanse-bench-'));
try {
  const project = join(folder, 'made.expanse');
  execFileSync(process.execPath, [join(import.meta.dirname, 'make-project.ts'), project, String(bars), mode, features], { stdio: ['ignore', 'ignore', 'inherit'] });
  const { answer, peak } = await predict(project);
  const [outcome] = answer.series;
  const memory = peak === null ? 'memory was not measured: only Linux tells' : `at most ${peak.together.toFixed(0)} MB (core ${peak.own.toFixed(0)}, trainer ${peak.children.toFixed(0)})`;
  report(
    [`${outcome!.bars} bars, ${mode}, ${features}: ${outcome!.barsPerSecond.toFixed(0)} bars/s (${outcome!.seconds.toFixed(1)} s), ${memory}`],
    { benchmark: 'predict-series', mode, features, ...outcome, megabytes: peak && { core: peak.own, trainer: peak.children, together: peak.together } },
    json,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function predict(project: string) {
  const main = join(import.meta.dirname, '..', '..', 'src', 'main', 'cli', 'main.ts');
  const ended = Promise.withResolvers<string>();
  const child = execFile(process.execPath, [main, 'predict', '--project', project, '--run', '1', '--json'], (error, stdout) => {
    if (error === null) ended.resolve(stdout);
    else ended.reject(error);
  });
  const peak = watchMemory(child.pid!);
  const stdout = await ended.promise;
  return { answer: JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Answer, peak: peak() };
}
