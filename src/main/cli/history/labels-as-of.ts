import type { Series } from '../../../shared/domain/series.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { TimeMs } from '../../../shared/domain/time.ts';
import type { Outcome } from '../output.ts';
import type { CommandContext } from '../run-command.ts';
import { clock } from './clock.ts';
import type { Moment } from './moment.ts';

type Call = CommandContext<object>['call'];

/** The spans of these series as they were at a moment, in time; the project stays as it is. */
export async function labelsAsOf(call: Call, series: readonly Series[], moment: Moment, limit: number): Promise<Outcome> {
  const sequence = moment.kind === 'step' ? moment.sequence : await lastStepUntil(call, moment.time);
  const found: { readonly span: Span; readonly symbol: string }[] = [];
  for (const { id, symbol, firstTime, lastTime } of series) {
    if (firstTime === null || lastTime === null) continue;
    const spans = await call('readSpansAsOf', { seriesId: id, from: firstTime, to: lastTime, sequence });
    found.push(...spans.map((span) => ({ span, symbol })));
  }
  const shown = found.slice(0, limit);
  const more = shown.length < found.length ? `; the first ${shown.length} are listed, --limit shows more` : '';
  const head = `As of step ${sequence}: ${found.length} ${found.length === 1 ? 'label' : 'labels'}${more}`;
  return {
    json: { asOf: sequence, total: found.length, spans: shown.map(({ span }) => span) },
    text: [head, ...shown.map(({ span, symbol }) => spanLine(span, symbol))].join('\n'),
  };
}

/** 0: nothing had been labelled yet. */
async function lastStepUntil(call: Call, until: TimeMs): Promise<number> {
  const { items } = await call('readHistory', { offset: 0, limit: 1, steps: true, until });
  return items[0]?.sequence ?? 0;
}

function spanLine({ startTime, endTime, windowId, confidence, type, author }: Span, symbol: string): string {
  const place = windowId === null ? 'free chart' : `window id ${windowId}`;
  return [`  ${clock(startTime)} to ${clock(endTime)}`, symbol, place, `confidence ${Number(confidence.toFixed(2))}`, type ?? 'no type', author].join('  ');
}
