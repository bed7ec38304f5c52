import type { ImportOptions } from '../../../shared/contract/imports.ts';

/** What a person said of the file; the rest is detected. */
export type Corrections = Partial<ImportOptions>;

/** The defined entries, because an absent option may arrive as undefined. */
export function definedOnly(corrections: Corrections): Corrections {
  return Object.fromEntries(Object.entries(corrections).filter(([, value]) => value !== undefined));
}
