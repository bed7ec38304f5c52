import { InvalidArgumentError } from 'commander';

/** Parses an option such as `--epochs 50`. */
export function wholeNumber(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('expected a whole number, 0 or more.');
}
