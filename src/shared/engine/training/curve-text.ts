/** Characters that JSON writes as they are: from '#' on, without the backslash. */
const FIRST = 35;
const BACKSLASH = 92;
const STEPS = 90;

export const LONGEST_CURVE = 256;

/**
 * Probabilities ([T]) as text, one character a bar, in steps of 1/90: finer than a small chart has pixels. Of more than
 * LONGEST_CURVE bars, each character holds the highest of its share.
 */
export function packCurve(probability: Float32Array): string {
  const count = Math.min(probability.length, LONGEST_CURVE);
  let text = '';
  for (let i = 0; i < count; i++) text += toCharacter(highest(probability, shareStart(i, count, probability.length), shareStart(i + 1, count, probability.length)));
  return text;
}

/** -> [length], in [0, 1]. */
export function unpackCurve(text: string, length: number): Float32Array {
  const probability = new Float32Array(length);
  for (let i = 0; i < text.length; i++) probability.fill(toProbability(text.charCodeAt(i)), shareStart(i, text.length, length), shareStart(i + 1, text.length, length));
  return probability;
}

const shareStart = (i: number, shares: number, length: number): number => Math.floor((i * length) / shares);

function highest(values: Float32Array, from: number, to: number): number {
  let most = 0;
  for (let i = from; i < to; i++) if (values[i] > most) most = values[i];
  return most;
}

function toCharacter(probability: number): string {
  const code = FIRST + Math.round(Math.min(1, probability) * STEPS);
  return String.fromCharCode(code < BACKSLASH ? code : code + 1);
}

const toProbability = (code: number): number => (code - FIRST - (code > BACKSLASH ? 1 : 0)) / STEPS;
