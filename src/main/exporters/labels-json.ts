import type { ExportedSpan } from './exported-span.ts';
import type { ExportedVerdict } from './exported-verdict.ts';

/** {"spans": [...], "verdicts": [...]} with one span or verdict per line. */
export function* labelsJson(spans: Iterable<ExportedSpan>, verdicts: Iterable<ExportedVerdict>): Generator<string> {
  yield '{"spans": [';
  yield* lines(spans);
  yield '\n], "verdicts": [';
  yield* lines(verdicts);
  yield '\n]}\n';
}

function* lines(values: Iterable<object>): Generator<string> {
  let separator = '\n';
  for (const value of values) {
    yield `${separator}${JSON.stringify(value)}`;
    separator = ',\n';
  }
}
