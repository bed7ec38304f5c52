import type { Comparison } from '../../../domain/comparison.ts';
import { quote } from '../words/numbers.ts';
import type { ReportDocument } from './document.ts';
import type { Origin } from './origin.ts';
import { verdictSection } from './sections/verdict.ts';

/** The verdict first; then what leads to it. */
export function makeDocument(comparison: Comparison, _origin: Origin): ReportDocument {
  const names = comparison.contenders.map(({ name }) => quote(name));
  return { title: `${names.slice(1).join(', ')} against ${names[0]}`, sections: [verdictSection(comparison)] };
}
