const NAMES: Readonly<Record<string, string>> = {
  'bar.at05.precision': 'precision of bars at 0.5',
  'bar.at05.recall': 'recall of bars at 0.5',
  'bar.at05.f1': 'F1 of bars at 0.5',
  'bar.best.precision': 'precision of bars at the chosen threshold',
  'bar.best.recall': 'recall of bars at the chosen threshold',
  'bar.best.f1': 'F1 of bars at the chosen threshold',
  'bar.perWindow.at05.precision': 'precision of bars at 0.5, mean of windows',
  'bar.perWindow.at05.recall': 'recall of bars at 0.5, mean of windows',
  'bar.perWindow.at05.f1': 'F1 of bars at 0.5, mean of windows',
  'bar.perWindow.best.precision': 'precision of bars at the chosen threshold, mean of windows',
  'bar.perWindow.best.recall': 'recall of bars at the chosen threshold, mean of windows',
  'bar.perWindow.best.f1': 'F1 of bars at the chosen threshold, mean of windows',
  'span.f1Iou30': 'F1 of spans at IoU 0.3',
  'span.f1Iou50': 'F1 of spans at IoU 0.5',
  'span.f1Iou70': 'F1 of spans at IoU 0.7',
  'span.precisionIou50': 'precision of spans at IoU 0.5',
  'span.recallIou50': 'recall of spans at IoU 0.5',
  'span.hit1': 'spans met within 1 bar',
  'span.hit3': 'spans met within 3 bars',
  'span.startError': 'start of matched spans, signed, in bars',
  'span.endError': 'end of matched spans, signed, in bars',
  'span.startAbsolute': 'start of matched spans off by, in bars',
  'span.endAbsolute': 'end of matched spans off by, in bars',
  'separation.inMean': 'mean probability in spans',
  'separation.outMean': 'mean probability outside of spans',
  'separation.separation': 'separation of the two means',
  auprc: 'area under precision and recall',
  auc: 'area under the ROC curve',
  ece: 'calibration error',
  brier: 'Brier score',
  'pointers.centreError': 'centre of the pointers, signed, in bars',
  'pointers.centreAbsolute': 'centre of the pointers off by, in bars',
  'pointers.lengthError': 'length of the pointers, signed, in bars',
  'pointers.lengthAbsolute': 'length of the pointers off by, in bars',
  'type.accuracy': 'accuracy of the type',
  'type.macroF1': 'macro F1 of the type',
  'countdown.error': 'countdown, signed, in bars',
  'countdown.absolute': 'countdown off by, in bars',
};

const DECODERS: Readonly<Record<string, string>> = {
  threshold: 'threshold',
  posterior: 'threshold on the posterior',
  hysteresis: 'hysteresis',
  dynamic: 'dynamic programming',
  viterbi: 'the most likely sequence',
};

/** In words, without a capital; a figure without words goes by its path. */
export function nameFigure(figure: string): string {
  const [, decoder, choice, rest] = /^decoders\.(\w+)\.(\w+)\.(.+)$/.exec(figure) ?? [];
  return rest === undefined ? (NAMES[figure] ?? figure) : `${nameOfDecoded(rest)} by ${nameDecoder(decoder, choice)}`;
}

export const nameDecoder = (decoder: string, choice: string): string => `${DECODERS[decoder] ?? decoder}, ${choice === 'fixed' ? 'fixed beforehand' : 'chosen on validation'}`;

const nameOfDecoded = (rest: string): string => NAMES[rest] ?? (rest.startsWith('bar.') ? `${rest === 'bar.f1' ? 'F1' : rest.slice(4)} of bars` : rest);

/** The way to decode that every mode has, and that nothing is chosen for. */
export const SAME_DECODER = 'decoders.dynamic.fixed';

/** Those that a person looks for first, in this order: a verdict in words speaks of these. */
export const HEADLINES: readonly string[] = ['bar.at05.f1', 'bar.best.f1', 'span.f1Iou50', `${SAME_DECODER}.span.f1Iou50`, 'span.hit3', 'auprc', 'auc', 'ece', 'brier'];
