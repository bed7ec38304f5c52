import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Core } from '../../../src/main/core/core.ts';
import { newEditId, runId, windowId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { Span } from '../../../src/shared/domain/span.ts';
import { DECISIONS, type Decision } from '../../../src/shared/domain/verdict.ts';
import { MINUTE } from '../../unit/store/fixtures.ts';
import { makeWorkplace, valueOf } from '../core/test-core.ts';
import { readTables, rebuildFromLog, SERIES } from '../labels/labels-fixture.ts';
import { completeWindows, createReviewProject, decide, labelOf, undecided, type RunSpans } from './review-project.ts';

const RUN: RunSpans = [
  [[10, 19, 0.75], [40, 49, 0.5], [70, 90, 0.625]],
  [[10, 13, 0.625], [16, 20, 0.875]],
  [[5, 25, 0.5], [60, 64, 1]],
];
const LABELS = [labelOf(1, 12, 19), labelOf(1, 71, 74), labelOf(1, 84, 90), labelOf(2, 10, 20), labelOf(2, 50, 55), labelOf(3, 60, 63)];
const SCOPE = { runId: runId(1) };

type Step =
  | { readonly kind: 'decide'; readonly at: number; readonly decision: Decision }
  | { readonly kind: 'bulk'; readonly minScore: number }
  | { readonly kind: 'move' | 'delete'; readonly at: number }
  | { readonly kind: 'undo' | 'redo' | 'reopen' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('decide' as const), at: fc.nat(9), decision: fc.constantFrom(...DECISIONS) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('bulk' as const), minScore: fc.constantFrom(0, 0.625, 0.875) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('move' as const, 'delete' as const), at: fc.nat(9) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
);

async function readState(core: Core) {
  const spans = await valueOf(core.api.readSpans({ seriesId: SERIES, from: timeMs(0), to: timeMs(1000 * MINUTE) }));
  return { spans, verdicts: await valueOf(core.api.listVerdicts({})), open: await undecided(core, SCOPE) };
}
type State = Awaited<ReturnType<typeof readState>>;

/** Whether there was something to do. */
async function act(core: Core, wanted: Step, { spans, open }: State): Promise<boolean> {
  if (wanted.kind === 'decide') {
    const entry = open[wanted.at % open.length];
    if (entry === undefined) return false;
    const canFix = entry.predictions.length > 0 && entry.labels.length > 0;
    await decide(core, SCOPE, entry.id, wanted.decision === 'fixed' && !canFix ? 'accepted' : wanted.decision);
    return true;
  }
  if (wanted.kind === 'bulk') {
    const order = { scope: SCOPE, filter: {}, minScore: wanted.minScore };
    const preview = await valueOf(core.api.previewAcceptAbove(order));
    if (preview.entries === 0) return false;
    const { verdicts } = await valueOf(core.api.acceptAbove({ ...order, editId: newEditId(), token: preview.token }));
    expect(verdicts).toBe(preview.entries);
    return true;
  }
  const span: Span | undefined = wanted.kind === 'move' || wanted.kind === 'delete' ? spans[wanted.at % spans.length] : undefined;
  if (span === undefined) return false;
  const command = wanted.kind === 'delete' ? ({ kind: 'delete-span', id: span.id } as const) : ({ kind: 'update-span', id: span.id, patch: { startTime: span.endTime } } as const);
  await valueOf(core.api.editLabels({ editId: newEditId(), command }));
  return true;
}

it('verdicts and labels walk any history back and forth together, through reopening, and the log alone gives the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const place = makeWorkplace();
      createReviewProject(place.projectPath, RUN);
      let core = place.open();
      await completeWindows(core, [1, 2, 3].map(windowId), LABELS);
      // Whole states on plain stacks.
      const past: State[] = [];
      let future: State[] = [];
      let now = await readState(core);
      for (const wanted of steps) {
        if (wanted.kind === 'reopen') {
          await core.close();
          core = place.open();
        } else if (wanted.kind === 'undo' || wanted.kind === 'redo') {
          const [from, to] = wanted.kind === 'undo' ? [past, future] : [future, past];
          const target = from.pop();
          // What lies before the first decision is left alone.
          if (target === undefined) continue;
          await valueOf(core.api[wanted.kind]({ editId: newEditId() }));
          to.push(now);
          now = target;
        } else if (await act(core, wanted, now)) {
          past.push(now);
          [now, future] = [await readState(core), []];
        }
        expect(await readState(core)).toEqual(now);
      }
      await core.close();
      expect(rebuildFromLog(place.projectPath)).toEqual(readTables(place.projectPath));
      place.remove();
    }),
    { numRuns: 40 },
  );
});
