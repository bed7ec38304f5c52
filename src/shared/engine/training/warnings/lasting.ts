const TO_RAISE = 3;
const TO_LOWER = 5;

/**
 * Whether what was seen epoch by epoch is worth a word now: it was seen in three on end, and not missing in five on end since.
 * A figure that wavers around its limit makes no warning come and go.
 */
export function isLasting(seen: readonly boolean[]): boolean {
  let isRaised = false;
  let against = 0;
  for (const held of seen) {
    against = held === isRaised ? 0 : against + 1;
    if (against < (isRaised ? TO_LOWER : TO_RAISE)) continue;
    isRaised = !isRaised;
    against = 0;
  }
  return isRaised;
}
