/** The shortest decimal that rounds to this 32-bit float, so that 1.57597 does not become 1.5759700536727905. */
export function shortestFloat32(value: number): string {
  for (let digits = 6; digits < 9; digits += 1) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(value);
}
