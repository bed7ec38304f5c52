import type { Contender, ContenderPart } from '../../../domain/comparison.ts';
import type { SplitConfig } from '../../../domain/train-config.ts';
import { countSeeds, learnersOf, partsOf } from '../contender-parts.ts';
import type { ComparisonFacts } from './facts.ts';
import { nameDecoder } from './figure-names.ts';
import { count, listWords, quote } from './numbers.ts';

/** With fewer steps, the published study's sigmas and probabilities still showed where the training had begun. */
const ENOUGH_STEPS = 500;
/** Resamples of fewer groups are rough. */
const FEW_GROUPS = 10;

/** What one has to know before one believes a figure. */
export function cautionsOf(facts: ComparisonFacts): readonly string[] {
  return [...ofLabels(facts), ...ofWindows(facts), ...ofTogether(facts), ...ofLosses(facts), ...ofDecoders(facts), ...ofChoices(facts), ...ofTraining(facts), ...ofIntervals(facts)];
}

const whose = (contenders: readonly Contender[], is: (contender: Contender) => boolean): string | null => {
  const found = contenders.filter(is);
  return found.length === 0 ? null : listWords(found.map(({ name }) => quote(name)));
};

/** Who learned so, or has a part that did. */
const whoseLearning = (contenders: readonly Contender[], is: (part: ContenderPart) => boolean): string | null => whose(contenders, (contender) => partsOf(contender).some(is));

function ofLabels({ contenders, leftOut, windows }: ComparisonFacts): readonly string[] {
  const snapshots = new Set(learnersOf(contenders).flatMap(({ runs }) => runs.map(({ snapshotHash }) => snapshotHash)));
  return [
    ...(snapshots.size > 1 ? [`They did not learn from the same labels: there are ${snapshots.size} snapshots. A difference may be one of labels as well as one of settings.`] : []),
    ...(leftOut > 0 ? [`${count(leftOut, 'window')} that not all of them judged, or not against the same labels, ${leftOut === 1 ? 'is' : 'are'} left out; ${count(windows, 'window')} ${windows === 1 ? 'is' : 'are'} compared.`] : []),
  ];
}

function ofWindows({ part, contenders, confusion }: ComparisonFacts): readonly string[] {
  const leaky = whoseLearning(contenders, ({ config }) => isRandom(config.split));
  return [
    ...(part === 'train' ? ['They learned from these windows: figures on them say how much was remembered, not how well other windows are judged.'] : []),
    ...(leaky === null ? [] : [`The split of ${leaky} is random and leaky: overlapping windows stand on both sides, which flatters every figure.`]),
    ...(confusion.every(({ spans }) => spans.length > 0) ? ['Every one of these windows holds a span: on a chart without such a choice, precision will be lower.'] : []),
  ];
}

const isRandom = (split: SplitConfig): boolean => (split.kind === 'folds' ? split.within?.kind : split.kind) === 'random';

/** What is never one model must not be taken for one. */
function ofTogether({ contenders }: ComparisonFacts): readonly string[] {
  return contenders.flatMap((contender) => {
    if (contender.mode !== 'together') return [];
    const { name, parts, absent } = contender;
    const lacking = (['pointers', 'type', 'countdown'] as const).flatMap((figure) => (absent[figure] === undefined ? [] : [`It has no figures of ${nameHead(figure)}: ${absent[figure]}`]));
    const modes = parts.map((part) => `${quote(part.name)} (${part.mode})`);
    return [[`${quote(name)} is no run, but ${count(parts.length, 'model')} together: each bar has the mean of the probabilities of ${listWords(modes)}, of a model of sequences its posterior. It has no most likely sequence, so that its spans are decoded from that mean.`, ...lacking].join(' ')];
  });
}

const nameHead = (head: 'pointers' | 'type' | 'countdown'): string => (head === 'pointers' ? head : `the ${head}`);

function ofLosses({ contenders }: ComparisonFacts): readonly string[] {
  const modes = new Set(learnersOf(contenders).map(({ mode }) => mode));
  const emissions = whose(contenders, (contender) => contender.mode === 'crf' && contender.config.crfProbability === 'softmax');
  return [
    ...(modes.size > 1 ? ['Their span losses are of different kinds, a mean over bars and a negative log-likelihood of whole sequences: neither their values, nor their ratio, nor sums with them say which model is better. They are never drawn on one axis here.'] : []),
    ...(emissions === null ? [] : [`Probabilities of ${emissions} are a softmax of emissions, as published, which is not what the CRF believes: figures of probabilities (thresholds, calibration, Brier score, separation) judge that softmax. Its spans are decoded from the sequence.`]),
  ];
}

/** Each run's own way to decode is what a person gets; the figures that differ by it alone are in the table of decoders. */
function ofDecoders({ contenders }: ComparisonFacts): readonly string[] {
  const ways = contenders.map(({ decoding: { config, choice } }) => nameDecoder(config.decoder, choice));
  if (new Set(ways).size < 2) return [];
  return [`Their spans are not decoded the same way: ${listWords(contenders.map(({ name }, k) => `those of ${quote(name)} by ${ways[k]}`))}. Figures by one way for all are those by ${nameDecoder('dynamic', 'fixed')}.`];
}

function ofChoices({ part, contenders }: ComparisonFacts): readonly string[] {
  if (part !== 'val') return [];
  const best = whoseLearning(contenders, ({ config }) => config.keep !== 'last');
  const decoded = whose(contenders, ({ decoding }) => decoding.choice === 'validation');
  const folds = whose(contenders, ({ kind }) => kind === 'folds');
  return [
    'Thresholds \u201cchosen on validation\u201d were chosen on these windows, so that figures at them are flattering; those at 0.5 are not.',
    ...(decoded === null ? [] : [`How spans of ${decoded} are decoded was chosen on these windows too, which flatters their figures of spans.`]),
    ...(best === null ? [] : [`The weights of ${best} are those of the epoch that did best on these windows (keep: best), which flatters every figure.`]),
    ...(folds === null ? [] : [`Each window is judged by the fold of ${folds} that did not learn from it; thresholds were chosen over all folds together, and baselines have seen these windows, which flatters the baselines.`]),
  ];
}

function ofTraining({ contenders }: ComparisonFacts): readonly string[] {
  const few = whoseLearning(contenders, ({ runs }) => runs.some(({ steps }) => steps < ENOUGH_STEPS));
  const single = whose(contenders, (contender) => countSeeds(contender) === 1);
  const incomplete = learnersOf(contenders).filter(({ missing }) => missing > 0).map(({ name, missing }) => `${count(missing, 'training')} of ${quote(name)}`);
  return [
    ...(few === null ? [] : [`Fewer than ${ENOUGH_STEPS} steps of the optimiser: ${few}. Figures and task weights then tell more of the start than of the labels.`]),
    ...(single === null ? [] : [`One seed alone: ${single}. Another seed may move a figure by as much as the difference that is seen.`]),
    ...(incomplete.length === 0 ? [] : [`Left out because they did not come to their end: ${listWords(incomplete)}.`]),
  ];
}

function ofIntervals({ resampling: { by, groups }, figures }: ComparisonFacts): readonly string[] {
  const compared = figures.filter(({ differences }) => differences.some((difference) => difference !== null)).length;
  return [
    'Intervals are of the windows alone: what seeds add is the deviation beside a mean.',
    ...(by === 'window' ? ['All windows are of one trading day, so that windows were resampled: the intervals are too narrow for other days.'] : []),
    ...(groups < FEW_GROUPS ? [`There are only ${count(groups, by)} to resample: the intervals are rough themselves.`] : []),
    ...(compared > 1 ? [`${compared} figures are compared: of as many that do not differ at all, about one in twenty is called a difference by chance.`] : []),
  ];
}
