import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { listWords, quote } from '../../../shared/engine/comparison/words/numbers.ts';

interface SeededPart {
  readonly name: string;
  /** By seed: at least one, of at least one run each. */
  readonly seeds: readonly (readonly RunSummary[])[];
}

/**
 * Who is judged with whom, [seed][part]: those of one seed number, or the only ones where each part has one seed. Throws
 * ExpanseError 'invalid-input' where it is neither. parts: at least one.
 */
export function matchSeeds(parts: readonly SeededPart[]): readonly (readonly (readonly RunSummary[])[])[] {
  const byNumber = parts.map(({ seeds }) => new Map(seeds.map((runs) => [runs[0].config.seed, runs])));
  const numbers = [...byNumber[0].keys()];
  if (byNumber.every((own) => own.size === numbers.length && numbers.every((number) => own.has(number)))) return numbers.map((number) => byNumber.map((own) => own.get(number)!));
  if (parts.every(({ seeds }) => seeds.length === 1)) return [parts.map(({ seeds: [only] }) => only)];
  const told = parts.map(({ name }, n) => `${quote(name)} has ${byNumber[n].size === 1 ? 'the seed' : 'the seeds'} ${listWords([...byNumber[n].keys()].toSorted((a, b) => a - b).map(String))}`);
  throw new ExpanseError('invalid-input', `What is judged together is matched by seeds, but ${listWords(told)}.`, 'Put together what was trained to its end from the same seeds, or from one seed each.');
}
