import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpanseError } from '../../../src/shared/contract/errors.ts';
import { runId, seriesId, spanId, verdictId, windowId, type SpanId, type VerdictId, type WindowId } from '../../../src/shared/domain/ids.ts';
import type { Span } from '../../../src/shared/domain/span.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { Decision, Verdict } from '../../../src/shared/domain/verdict.ts';
import { applyEdits, EMPTY_LABELS, invertEdits, type LabelEdit, type LabelState } from '../../../src/shared/labels/edits.ts';
import { UNREVIEWED } from '../../../src/shared/labels/window-review.ts';

const SPAN_IDS = ['a', 'b', 'c'].map(spanId);
const VERDICT_IDS = ['v', 'w'].map(verdictId);
const WINDOW_IDS = [1, 2].map(windowId);

function makeSpan(id: SpanId, confidence: number): Span {
  return {
    id,
    seriesId: seriesId(1),
    windowId: null,
    startTime: timeMs(0),
    endTime: timeMs(60_000),
    confidence,
    startUncertainty: 0,
    endUncertainty: 0,
    type: null,
    direction: null,
    note: '',
    author: 'me',
    source: 'person',
    score: null,
    createdAt: timeMs(0),
    updatedAt: timeMs(0),
  };
}

function makeVerdict(id: VerdictId, decision: Decision): Verdict {
  const predictions = [{ startTime: timeMs(0), endTime: timeMs(60_000), bars: 2, score: 0.75, direction: 'up' as const }];
  return { id, seriesId: seriesId(1), windowId: WINDOW_IDS[0], runId: runId(1), types: ['false-alarm'], decision, confidence: 0.75, predictions, labels: [], author: 'me', decidedAt: timeMs(1) };
}

/** What somebody does next, whatever the labels are then. */
type Step =
  | { readonly kind: 'span'; readonly id: SpanId; readonly confidence: number | null }
  | { readonly kind: 'window'; readonly id: WindowId; readonly skipReason: string }
  | { readonly kind: 'verdict'; readonly id: VerdictId; readonly decision: Decision | null };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('span' as const),
    id: fc.constantFrom(...SPAN_IDS),
    confidence: fc.option(fc.constantFrom(0.2, 0.6, 1)),
  }),
  fc.record({ kind: fc.constant('window' as const), id: fc.constantFrom(...WINDOW_IDS), skipReason: fc.constantFrom('', 'gap', 'news') }),
  fc.record({ kind: fc.constant('verdict' as const), id: fc.constantFrom(...VERDICT_IDS), decision: fc.option(fc.constantFrom<Decision>('accepted', 'rejected')) }),
);

function toEdit(state: LabelState, wanted: Step): LabelEdit {
  if (wanted.kind === 'window') {
    const after = { state: 'skipped' as const, skipReason: wanted.skipReason };
    return { kind: 'window', id: wanted.id, before: state.windows.get(wanted.id) ?? UNREVIEWED, after };
  }
  if (wanted.kind === 'verdict') {
    const after = wanted.decision === null ? null : makeVerdict(wanted.id, wanted.decision);
    return { kind: 'verdict', id: wanted.id, before: state.verdicts.get(wanted.id) ?? null, after };
  }
  const after = wanted.confidence === null ? null : makeSpan(wanted.id, wanted.confidence);
  return { kind: 'span', id: wanted.id, before: state.spans.get(wanted.id) ?? null, after };
}

/** Edits and the state after each, beginning with no labels. */
function play(steps: readonly Step[]): { readonly edits: readonly LabelEdit[]; readonly states: readonly LabelState[] } {
  const edits: LabelEdit[] = [];
  const states = [EMPTY_LABELS];
  for (const wanted of steps) {
    const edit = toEdit(states.at(-1)!, wanted);
    edits.push(edit);
    states.push(applyEdits(states.at(-1)!, [edit]));
  }
  return { edits, states };
}

/** A window without an entry and one that is unreviewed again are the same. */
function plain({ spans, windows, verdicts }: LabelState) {
  const reviewed = [...windows].filter(([, review]) => review.state !== 'pending');
  return { spans: new Map([...spans].toSorted()), windows: new Map(reviewed.toSorted()), verdicts: new Map([...verdicts].toSorted()) };
}

describe('label edits', () => {
  it('are taken back by their inverse, in any number at once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.nat(), (steps, cut) => {
        const { edits, states } = play(steps);
        const from = cut % (edits.length + 1);
        const undone = applyEdits(states.at(-1)!, invertEdits(edits.slice(from)));
        expect(plain(undone)).toEqual(plain(states[from]));
      }),
    );
  });

  it('give the same state one by one, as one batch, and redone after an undo', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { edits, states } = play(steps);
        const batch = applyEdits(EMPTY_LABELS, edits);
        expect(plain(batch)).toEqual(plain(states.at(-1)!));
        expect(plain(applyEdits(applyEdits(batch, invertEdits(edits)), edits))).toEqual(plain(batch));
        expect(invertEdits(invertEdits(edits))).toEqual(edits);
      }),
    );
  });

  it('refuse labels that are not what they were made for, and change nothing', () => {
    const made = applyEdits(EMPTY_LABELS, [{ kind: 'span', id: SPAN_IDS[0], before: null, after: makeSpan(SPAN_IDS[0], 1) }]);
    const stale: LabelEdit = { kind: 'span', id: SPAN_IDS[0], before: makeSpan(SPAN_IDS[0], 0.2), after: null };
    const other: LabelEdit = { kind: 'window', id: WINDOW_IDS[0], before: UNREVIEWED, after: { state: 'reviewed', skipReason: '' } };
    expect(() => applyEdits(made, [other, stale])).toThrow(ExpanseError);
    const judged: LabelEdit = { kind: 'verdict', id: VERDICT_IDS[0], before: makeVerdict(VERDICT_IDS[0], 'rejected'), after: null };
    expect(() => applyEdits(made, [judged])).toThrow('Verdict v is not what this edit was made for.');
    expect(made.windows.size).toBe(0);
    expect(made.spans.get(SPAN_IDS[0])?.confidence).toBe(1);
  });
});
