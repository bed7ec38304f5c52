import { rowsOf, type TrainPart } from '../train-data.ts';

/** The windows at these places, with all their variants or without. */
export function selectWindows(part: TrainPart, places: readonly number[], withVariants: boolean): TrainPart {
  const variants = withVariants ? (part.variants ?? 1) : 1;
  const rows = Array.from({ length: variants }, (_, v) => places.map((place) => v * part.windows + place)).flat();
  const pick = <Values extends Float32Array | Int32Array | Uint8Array>(values: Values): Values => {
    const width = values.length / rowsOf(part);
    const picked = new (values.constructor as new (length: number) => Values)(rows.length * width);
    rows.forEach((row, n) => picked.set(values.subarray(row * width, (row + 1) * width), n * width));
    return picked;
  };
  const { length, inputs, features, mask, heights, countdown, pointers, type, oneSpan, confidence, countsDown } = part;
  return {
    windows: places.length,
    length,
    inputs,
    variants,
    features: pick(features),
    mask: pick(mask),
    heights: pick(heights),
    countdown: pick(countdown),
    pointers: pick(pointers),
    type: pick(type),
    oneSpan: pick(oneSpan),
    confidence: pick(confidence),
    spanCount: pick(part.spanCount),
    ...(countsDown && { countsDown: pick(countsDown) }),
  };
}
