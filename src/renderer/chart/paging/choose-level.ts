import { LEVEL_FACTOR } from '../../../shared/domain/series.ts';

/** CSS pixels per bar below which a bar is no longer a candle, so that the next level is shown. */
const TOO_NARROW = 0.75;
/** CSS pixels per bar that the finer level must reach before it is shown again: the gap to TOO_NARROW keeps it steady. */
const WIDE_ENOUGH = 2;

export const levelFactor = (level: number): number => LEVEL_FACTOR ** level;

/**
 * The level to show when a bar of level 0 is `barWidth` CSS pixels wide.
 * The current level is kept as long as it is readable, so that small zooms to and fro do not flicker.
 */
export function chooseLevel(barWidth: number, levels: number, current: number): number {
  const widthAt = (level: number): number => barWidth * levelFactor(level);
  let level = Math.min(current, levels - 1);
  while (level > 0 && widthAt(level - 1) >= WIDE_ENOUGH) level -= 1;
  while (level < levels - 1 && widthAt(level) < TOO_NARROW) level += 1;
  return level;
}
