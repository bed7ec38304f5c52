export interface NumberLimits {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
}

/** The number that stands in a text; null: none within the limits. */
export function parseNumber(text: string, { min, max, whole = false }: NumberLimits): number | null {
  const number = Number(text);
  const isWithin = text.trim() !== '' && number >= min && number <= max && (!whole || Number.isInteger(number));
  return isWithin ? number : null;
}

/** What is asked for, in words. */
export function describeLimits({ min, max, whole = false }: NumberLimits): string {
  return `A ${whole ? 'whole number' : 'number'} from ${min} to ${max} is needed.`;
}
