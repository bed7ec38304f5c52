import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesId, windowId } from '../../../src/shared/domain/ids.ts';
import { isInSession, TRADING_SESSIONS } from '../../../src/shared/domain/trading-session.ts';
import { DISAGREEMENT_TYPES } from '../../../src/shared/domain/verdict.ts';
import { chooseEntries, DECISION_STATES, decisionState, orderEntries, type ReviewFilter } from '../../../src/shared/review/choose-entries.ts';
import type { ReviewEntry } from '../../../src/shared/review/review-entry.ts';
import { sumEntries } from '../../../src/shared/review/sum-entries.ts';
import { at, entriesOf, label, prediction, rejection, someLabels, somePredictions } from './review-fixtures.ts';

/** As they are listed: some judged, of two series. */
const someEntries: fc.Arbitrary<readonly ReviewEntry[]> = fc
  .array(fc.tuple(somePredictions, someLabels, fc.constantFrom(null, 'rejected' as const, 'unsure' as const)), { maxLength: 4 })
  .map((windows) =>
    windows.flatMap(([predictions, labels, decision], n) =>
      entriesOf(predictions, labels).map((entry) => ({
        ...entry,
        windowId: windowId(n + 1),
        seriesId: seriesId(1 + (n % 2)),
        verdict: decision === null ? null : rejection(entry, { decision }),
      })),
    ),
  );

const someFilter: fc.Arbitrary<ReviewFilter> = fc.record(
  {
    types: fc.uniqueArray(fc.constantFrom(...DISAGREEMENT_TYPES, 'agreed' as const), { minLength: 1 }),
    seriesId: fc.constantFrom(1, 2).map(seriesId),
    windowId: fc.constantFrom(1, 2, 3).map(windowId),
    minConfidence: fc.constantFrom(0.25, 0.5),
    maxConfidence: fc.constantFrom(0.5, 0.75),
    from: fc.nat(39).map(at),
    to: fc.nat(39).map(at),
    session: fc.constantFrom(...TRADING_SESSIONS.map(({ name }) => name)),
    decided: fc.uniqueArray(fc.constantFrom(...DECISION_STATES), { minLength: 1 }),
  },
  { requiredKeys: [] },
);

describe('entries', () => {
  it('are let through by a filter that all its parts let through, and no part loses one that it should not', () => {
    fc.assert(
      fc.property(someEntries, someFilter, (entries, filter) => {
        const chosen = chooseEntries(entries, filter);
        for (const entry of entries) {
          const wanted = Object.keys(filter).every((name) => {
            const one = { types: [...DISAGREEMENT_TYPES, 'agreed' as const], [name]: filter[name as keyof ReviewFilter] } as ReviewFilter;
            return chooseEntries([entry], one).length === 1;
          });
          const disagrees = filter.types !== undefined || entry.types[0] !== 'agreed';
          expect(chosen.includes(entry)).toBe(wanted && disagrees);
        }
      }),
    );
  });

  it('are chosen by what they are, and when', () => {
    const entries = entriesOf([prediction(2, 5, 0.25), prediction(10, 19, 0.75)], [label(12, 17), label(30, 34)]);
    const ids = (filter: ReviewFilter) => chooseEntries(entries, filter).map(({ types }) => types.join('+'));
    expect(ids({})).toEqual(['false-alarm', 'early-start+late-end', 'missed']);
    expect(ids({ types: ['late-end', 'missed'] })).toEqual(['early-start+late-end', 'missed']);
    expect(ids({ maxConfidence: 0.25 })).toEqual(['false-alarm']);
    expect(ids({ minConfidence: 0.76 })).toEqual(['missed']);
    // An entry reaches from its first bar to its last.
    expect(ids({ from: at(5), to: at(10) })).toEqual(['false-alarm', 'early-start+late-end']);
    expect(ids({ from: at(20), to: at(29) })).toEqual([]);
    expect(ids({ seriesId: seriesId(2) })).toEqual([]);
    expect(chooseEntries([{ ...entries[0], verdict: rejection(entries[0]) }], { decided: ['undecided', 'unsure'] })).toEqual([]);
    expect(decisionState({ verdict: rejection(entries[0], { decision: 'unsure' }) })).toBe('unsure');
  });

  it('come the surest first, or in time', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const sure = orderEntries(entries, 'surest');
        sure.slice(1).forEach((entry, n) => expect(entry.confidence).toBeLessThanOrEqual(sure[n].confidence));
        const timed = orderEntries(entries, 'time');
        timed.slice(1).forEach((entry, n) => expect(entry.seriesId * 1e9 + entry.startTime).toBeGreaterThanOrEqual(timed[n].seriesId * 1e9 + timed[n].startTime));
        expect(new Set(sure)).toEqual(new Set(entries));
      }),
    );
  });
});

describe('a trading session', () => {
  it('opens and closes by the clock of its place, in summer and in winter', () => {
    const hours = (session: 'tokyo' | 'london' | 'new-york', ...day: readonly [number, number, number]) =>
      Array.from({ length: 96 }, (_, quarter) => Date.UTC(...day, 0, quarter * 15)).filter((time) => isInSession(time, session)).map((time) => new Date(time).toISOString().slice(11, 16));
    expect([hours('new-york', 2024, 0, 9)[0], hours('new-york', 2024, 0, 9).at(-1)]).toEqual(['14:30', '20:45']);
    expect([hours('new-york', 2024, 6, 9)[0], hours('new-york', 2024, 6, 9).at(-1)]).toEqual(['13:30', '19:45']);
    expect([hours('london', 2024, 6, 9)[0], hours('london', 2024, 6, 9).at(-1)]).toEqual(['07:00', '15:15']);
    expect([hours('tokyo', 2024, 6, 9)[0], hours('tokyo', 2024, 6, 9).at(-1)]).toEqual(['00:00', '06:15']);
  });
});

describe('the sums', () => {
  it('count what there is, and say how far edges are off', () => {
    const entries = entriesOf([prediction(2, 5), prediction(10, 19), prediction(22, 25)], [label(12, 17), label(22, 25), label(30, 34)]);
    const verdicts = [rejection(entries[0]), rejection(entries[1], { decision: 'accepted' })];
    const judged = entries.map((entry) => (entry === entries[0] ? { ...entry, verdict: verdicts[0] } : entry));
    expect(sumEntries(judged, verdicts)).toMatchObject({
      labels: 3,
      predictions: 3,
      agreed: 1,
      pairs: 2,
      found: 2,
      iou: (0.6 + 1) / 2,
      startError: -1,
      endError: 1,
      startAbsolute: 1,
      endAbsolute: 1,
      disagreements: 3,
      undecided: 2,
      unsure: 0,
      types: { 'missed': 1, 'false-alarm': 1, 'early-start': 1, 'late-end': 1, 'late-start': 0, 'split': 0 },
      verdicts: { accepted: 1, rejected: 1, fixed: 0, unsure: 0 },
      runRight: 1,
      labelsRight: 1,
    });
    expect(sumEntries([], [])).toMatchObject({ labels: 0, pairs: 0, iou: null, startError: null, disagreements: 0 });
  });

  it('are those of the parts together', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const verdicts = entries.flatMap(({ verdict }) => verdict ?? []);
        const whole = sumEntries(entries, verdicts);
        const parts = [...Map.groupBy(entries, (entry) => entry.windowId).values()].map((part) => sumEntries(part, part.flatMap(({ verdict }) => verdict ?? [])));
        for (const name of ['labels', 'predictions', 'agreed', 'pairs', 'found', 'disagreements', 'undecided', 'unsure'] as const) {
          expect(whole[name]).toBe(parts.reduce((sum, part) => sum + part[name], 0));
        }
        for (const type of DISAGREEMENT_TYPES) expect(whole.types[type]).toBe(parts.reduce((sum, part) => sum + part.types[type], 0));
      }),
    );
  });
});
