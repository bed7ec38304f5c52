import type { ComparisonReport } from '../../../contract/comparison.ts';
import type { Comparison } from '../../../domain/comparison.ts';
import { makeDocument } from './make-document.ts';
import type { Origin } from './origin.ts';
import { writeCsv } from './write-csv.ts';
import { writeHtml } from './write-html.ts';
import { writeMarkdown } from './write-markdown.ts';

/** The files that tell a comparison to somebody who has not got Expanse. */
export function makeReport(comparison: Comparison, origin: Origin): ComparisonReport {
  const document = makeDocument(comparison, origin);
  return {
    'report.html': writeHtml(document),
    'report.md': writeMarkdown(document),
    'figures.csv': writeCsv(comparison),
    'comparison.json': `${JSON.stringify({ ...origin, ...comparison }, null, 1)}\n`,
  };
}
