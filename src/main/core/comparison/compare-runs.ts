import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { Comparison, ContenderPart, ContenderSource } from '../../../shared/domain/comparison.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { findCommon } from '../../../shared/engine/comparison/common-windows.ts';
import { compareContenders, type JudgedContender } from '../../../shared/engine/comparison/compare-contenders.ts';
import { judgeTogether } from '../../../shared/engine/comparison/judge-together.ts';
import type { JudgedWindows } from '../../../shared/engine/comparison/judged-windows.ts';
import type { Replica } from '../../../shared/engine/comparison/replica.ts';
import { togetherRules } from '../../../shared/engine/comparison/together-rules.ts';
import { makeEvaluation, type JudgingRules } from '../../../shared/engine/evaluation/make-evaluation.ts';
import { makeReference, type Reference } from '../../../shared/engine/evaluation/reference.ts';
import { makeBreather } from '../training/breathe.ts';
import { resamplesOf, rulesOf } from '../training/judge-run.ts';
import type { Predictor } from '../training/predictor.ts';
import { describeRun } from './describe-run.ts';
import { findContender, type FoundContender, type FoundPart } from './find-contender.ts';
import { makeJudge, type SeedWindows } from './judge-windows.ts';
import { nameContenders } from './name-contenders.ts';

interface ComparisonOrder {
  readonly contenders: readonly ContenderSource[];
  readonly part: SplitPart;
}

interface SeedToJudge {
  readonly contender: FoundContender;
  /** What each part of the contender says, from this seed. */
  readonly parts: readonly SeedWindows[];
}

/**
 * Judges every training once on the windows that all have in common. Throws ExpanseError 'not-found', 'invalid-input' where a
 * contender is named twice, or 'not-enough-data' where there is nothing to compare.
 */
export async function compareRuns(db: Database, { contenders: sources, part }: ComparisonOrder, predict: Predictor['predict']): Promise<Comparison> {
  const found = nameContenders(sources.map((source) => findContender(db, source)));
  requireDistinct(found);
  const judge = makeJudge(db, part, predict);
  const seeds: SeedToJudge[] = [];
  for (const contender of found) {
    for (const seed of contender.seeds) {
      const parts: SeedWindows[] = [];
      for (const runs of seed) parts.push(await judge(runs));
      seeds.push({ contender, parts });
    }
  }
  const { common, leftOut } = findCommon(seeds.flatMap(({ parts }) => parts.map(({ own }) => own)));
  const replicas = await judgeSeeds(seeds, common);
  const judged = found.map((contender): JudgedContender => ({ about: describeContender(db, contender), seeds: replicas.filter((_, n) => seeds[n].contender === contender) }));
  return compareContenders(part, judged, leftOut);
}

function requireDistinct(found: readonly FoundContender[]): void {
  // In which order several are put together makes no difference.
  const runs = found.map(({ parts }) => parts.map(({ seeds }) => seeds.flatMap((own) => own.map(({ id }) => id)).join()).toSorted().join('+'));
  if (new Set(runs).size === found.length) return;
  throw new ExpanseError('invalid-input', 'One of them is named twice.', 'Compare runs that differ.');
}

/** common: of every part of every seed, in their order. */
async function judgeSeeds(seeds: readonly SeedToJudge[], common: readonly JudgedWindows[]): Promise<readonly Replica[]> {
  const resamples = resamplesOf(common[0].judged.places);
  const breathe = makeBreather();
  const replicas: Replica[] = [];
  let at = 0;
  for (const { contender, parts } of seeds) {
    await breathe();
    const own = asOne(common.slice(at, at + parts.length));
    at += parts.length;
    const rules = rulesFor(contender);
    replicas.push({ ...own, sampled: makeEvaluation(own.judged, referenceOf(rules.mode, parts), rules, resamples) });
  }
  return replicas;
}

const asOne = (parts: readonly JudgedWindows[]): JudgedWindows => (parts.length === 1 ? parts[0] : judgeTogether(parts));

function rulesFor({ parts, seeds: [first] }: FoundContender): JudgingRules {
  const configs = first.map(([{ config }]) => config);
  return parts.length === 1 ? rulesOf(configs[0]) : togetherRules(configs);
}

/** Thresholds of several together are chosen on what they say together of windows that validate all of them; baselines learn as the first part did. */
function referenceOf(mode: JudgingRules['mode'], parts: readonly SeedWindows[]): Reference {
  return makeReference(mode, parts[0].train, validating(parts.map(({ val }) => val)).judged);
}

function validating(parts: readonly JudgedWindows[]): JudgedWindows {
  if (parts.length === 1) return parts[0];
  return parts.find(({ windows }) => windows.length === 0) ?? judgeTogether(findCommon(parts).common);
}

function describeContender(db: Database, { source, name, parts, seeds }: FoundContender): JudgedContender['about'] {
  const described = parts.map((part) => describePart(db, part));
  if (source.kind !== 'together') return described[0];
  const kind = parts.some((part) => part.kind === 'folds') ? 'folds' : seeds.length === 1 ? 'run' : 'seeds';
  return { source, name, mode: 'together', kind, missing: parts.reduce((sum, { missing }) => sum + missing, 0), parts: described };
}

function describePart(db: Database, { source, name, kind, missing, seeds }: FoundPart): ContenderPart {
  const [[{ config }]] = seeds;
  return { source, name, mode: config.mode, kind, missing, config, runs: seeds.flat().map((run) => describeRun(db, run)) };
}
