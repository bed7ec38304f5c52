import type { ExportedSpan } from './exported-span.ts';

/** {"spans": [...]} with one span per line. */
export function* spansJson(spans: Iterable<ExportedSpan>): Generator<string> {
  yield '{"spans": [';
  let separator = '\n';
  for (const span of spans) {
    yield `${separator}${JSON.stringify(span)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}
