/** By the last part of a figure's path; what is not here is neither good nor bad in itself, such as a signed error. */
const PRAISED = new Set(['precision', 'recall', 'f1', 'f1Iou30', 'f1Iou50', 'f1Iou70', 'precisionIou50', 'recallIou50', 'hit1', 'hit3', 'auprc', 'auc', 'separation', 'accuracy', 'macroF1']);
const BLAMED = new Set(['ece', 'brier', 'startAbsolute', 'endAbsolute', 'centreAbsolute', 'lengthAbsolute', 'absolute']);

/** Whether a larger figure is praise; null: neither. */
export function higherIsBetter(figure: string): boolean | null {
  const name = figure.slice(figure.lastIndexOf('.') + 1);
  if (PRAISED.has(name)) return true;
  return BLAMED.has(name) ? false : null;
}
