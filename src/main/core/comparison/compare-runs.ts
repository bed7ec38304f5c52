import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { Comparison, ContenderSource } from '../../../shared/domain/comparison.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { findCommon } from '../../../shared/engine/comparison/common-windows.ts';
import { compareContenders, type JudgedContender } from '../../../shared/engine/comparison/compare-contenders.ts';
import type { JudgedWindows } from '../../../shared/engine/comparison/judged-windows.ts';
import type { Replica } from '../../../shared/engine/comparison/replica.ts';
import { makeEvaluation } from '../../../shared/engine/evaluation/make-evaluation.ts';
import { makeBreather } from '../training/breathe.ts';
import { resamplesOf, rulesOf } from '../training/judge-run.ts';
import type { Predictor } from '../training/predictor.ts';
import { describeRun } from './describe-run.ts';
import { findContender, type FoundContender } from './find-contender.ts';
import { judgeWindows, type SeedWindows } from './judge-windows.ts';

interface ComparisonOrder {
  readonly contenders: readonly ContenderSource[];
  readonly part: SplitPart;
}

interface SeedToJudge extends SeedWindows {
  readonly contender: FoundContender;
}

/**
 * Judges every training once on the windows that all have in common. Throws ExpanseError 'not-found', 'invalid-input' where a
 * contender is named twice, or 'not-enough-data' where there is nothing to compare.
 */
export async function compareRuns(db: Database, { contenders: sources, part }: ComparisonOrder, predict: Predictor['predict']): Promise<Comparison> {
  const found = withUniqueNames(sources.map((source) => findContender(db, source)));
  requireDistinct(found);
  const seeds: SeedToJudge[] = [];
  for (const contender of found) {
    for (const runs of contender.seeds) seeds.push({ contender, ...(await judgeWindows(db, runs, part, predict)) });
  }
  const { common, leftOut } = findCommon(seeds.map(({ own }) => own));
  const replicas = await judgeSeeds(seeds, common);
  const judged = found.map((contender): JudgedContender => ({ about: describeContender(db, contender), seeds: replicas.filter((_, n) => seeds[n].contender === contender) }));
  return compareContenders(part, judged, leftOut);
}

function requireDistinct(found: readonly FoundContender[]): void {
  const runs = found.map(({ seeds }) => seeds.flatMap((own) => own.map(({ id }) => id)).join());
  if (new Set(runs).size === found.length) return;
  throw new ExpanseError('invalid-input', 'One of them is named twice.', 'Compare runs that differ.');
}

/** Those that share a name get their ids. */
function withUniqueNames(found: readonly FoundContender[]): readonly FoundContender[] {
  const isShared = (name: string): boolean => found.filter((each) => each.name === name).length > 1;
  return found.map((each) => (isShared(each.name) ? { ...each, name: `${each.name} (${idOf(each.source)})` } : each));
}

const idOf = (source: ContenderSource): string => (source.kind === 'run' ? `run ${source.runId}` : `experiment ${source.experimentId}`);

async function judgeSeeds(seeds: readonly SeedToJudge[], common: readonly JudgedWindows[]): Promise<readonly Replica[]> {
  const resamples = resamplesOf(common[0].judged.places);
  const breathe = makeBreather();
  const replicas: Replica[] = [];
  for (const [n, { contender, reference }] of seeds.entries()) {
    await breathe();
    replicas.push({ ...common[n], sampled: makeEvaluation(common[n].judged, reference, rulesOf(contender.seeds[0][0].config), resamples) });
  }
  return replicas;
}

function describeContender(db: Database, { source, name, kind, missing, seeds }: FoundContender): JudgedContender['about'] {
  const [[{ config }]] = seeds;
  return { source, name, mode: config.mode, kind, missing, config, runs: seeds.flat().map((run) => describeRun(db, run)) };
}
