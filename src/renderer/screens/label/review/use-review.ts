import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ReviewPage, ReviewScope, ReviewSummary } from '../../../../shared/contract/review.ts';
import { newVerdictId, type RunId } from '../../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../../shared/domain/run.ts';
import { timeMs } from '../../../../shared/domain/time.ts';
import { DISAGREEMENT_TYPES } from '../../../../shared/domain/verdict.ts';
import type { DecisionRequest } from '../../../../shared/review/carry-out.ts';
import type { ReviewFilter } from '../../../../shared/review/choose-entries.ts';
import type { ReviewEntry } from '../../../../shared/review/review-entry.ts';
import type { FindingType } from '../../../../shared/review/type-window.ts';
import { useOutbox, usePendingEdits } from '../../../labels/labels-context.tsx';
import { useCore } from '../../../rpc/core-context.tsx';
import { useRuns } from '../../../rpc/queries.ts';
import { queryKeys } from '../../../rpc/query-keys.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { showNote } from '../../../ui/toast-manager.ts';
import { useDebounced } from '../../../ui/use-debounced.ts';
import { canPredict } from '../scene/use-overlay.ts';
import type { Scene } from '../scene/use-scene.ts';
import { goToEntry } from './go-to-entry.ts';
import { afterDeciding, neighbourIndex } from './next-entry.ts';
import { useReviewSession, type ReviewChoice } from './review-session.ts';

/** As many as are listed at once; the core gives no more. */
const LISTED = 1000;

/** Going through the disagreements between the run on the chart and the labels. */
export interface Review {
  readonly isOn: boolean;
  /** null: none is chosen. */
  readonly run: RunSummary | null;
  readonly scope: ReviewScope | null;
  readonly filter: ReviewFilter;
  /** undefined: not known yet. */
  readonly page: ReviewPage | undefined;
  readonly sums: ReviewSummary | undefined;
  /** The entry on the chart. */
  readonly current: ReviewEntry | null;
  goTo(index: number): void;
  /** false: there is no list to walk through. */
  step(direction: 'next' | 'previous'): void | false;
  /** Stores the decision and goes to the next. false: there is nothing to decide. */
  decide(request: DecisionRequest): void | false;
}

export function useReview(scene: Scene | null): Review {
  const core = useCore();
  const { reviewing, seriesId } = useWorkspace();
  const { choice, currentId } = useReviewSession();
  const run = useReviewedRun();
  const chosenThreshold = useWorkspace((workspace) => workspace.overlayThreshold);
  const threshold = useDebounced(chosenThreshold, 150);
  const runId = run === null || !reviewing ? null : run.id;
  const scope = useMemo(() => (runId === null ? null : toScope(runId, threshold, choice.tolerance)), [runId, threshold, choice.tolerance]);
  // What is decided in a quick row is stored first; then the list is read anew, once.
  const isBusy = usePendingEdits().length > 0;
  const isAsked = scope !== null && !isBusy;
  const filter = useMemo(() => toFilter(choice, seriesId), [choice, seriesId]);
  const list = useQuery({
    queryKey: scope === null ? queryKeys.review : queryKeys.reviewList(scope, filter),
    queryFn: () => core.call('listReview', { scope: scope!, filter, order: 'surest', offset: 0, limit: LISTED }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const { data: sums } = useQuery({
    queryKey: scope === null ? queryKeys.review : queryKeys.reviewSums(scope, seriesId),
    queryFn: () => core.call('sumReview', { scope: scope!, ...(seriesId === null ? {} : { seriesId }) }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  useDecodedSpans(scope, scene, isAsked);
  const page = scope === null ? undefined : list.data;
  const entries = page?.entries ?? NONE;
  const current = entries.find(({ id }) => id === currentId) ?? null;
  const decide = useDecide(scope, entries, scene);
  useFirstEntry(list.isPlaceholderData ? null : scope, entries, scene);

  const goTo = (index: number) => {
    if (scope !== null) goToIndex(scope, entries, index, scene);
  };
  return {
    isOn: reviewing,
    run,
    scope,
    filter,
    page,
    sums: scope === null ? undefined : sums,
    current,
    goTo,
    step: (direction) => {
      if (page === undefined) return false;
      const index = neighbourIndex(entries, useReviewSession.getState(), direction, choice.decided);
      if (index >= 0) return goTo(index);
      showNote(direction === 'next' ? 'That was the last one' : 'That was the first one', '', 'review-end');
    },
    decide,
  };
}

const NONE: readonly ReviewEntry[] = [];
const ALL_TYPES: readonly FindingType[] = [...DISAGREEMENT_TYPES, 'agreed'];

/** The run on the chart; the newest that can predict where none is. */
function useReviewedRun(): RunSummary | null {
  const { data: runs = [] } = useRuns();
  const { reviewing, overlayRunId, set } = useWorkspace();
  const usable = runs.filter(canPredict);
  const run = usable.find(({ id }) => id === overlayRunId) ?? null;
  const newest = usable[0]?.id ?? null;
  const needsOne = reviewing && run === null && newest !== null;
  useEffect(() => {
    if (needsOne) set({ overlayRunId: newest, overlayThreshold: null });
  }, [needsOne, newest, set]);
  return run;
}

const toScope = (runId: RunId, threshold: number | null, tolerance: number): ReviewScope => ({
  runId,
  ...(threshold === null ? {} : { threshold }),
  ...(tolerance === 0 ? {} : { tolerance }),
});

function toFilter({ type, decided, session, minConfidence, maxConfidence, from, to }: ReviewChoice, seriesId: ReviewFilter['seriesId'] | null): ReviewFilter {
  return {
    ...(type === null ? {} : { types: [type] }),
    ...(decided === 'all' || type === 'agreed' ? {} : { decided: [decided] }),
    ...(session === null ? {} : { session }),
    ...(minConfidence === 0 ? {} : { minConfidence }),
    ...(maxConfidence === 1 ? {} : { maxConfidence }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(seriesId === null ? {} : { seriesId }),
  };
}

/** The chart shows the spans that are judged, which need not be what a threshold cuts out. */
function useDecodedSpans(scope: ReviewScope | null, scene: Scene | null, isAsked: boolean): void {
  const core = useCore();
  const windowId = scene?.window?.id ?? null;
  const { data } = useQuery({
    queryKey: scope === null || windowId === null ? queryKeys.review : queryKeys.reviewWindow(scope, windowId),
    queryFn: () => core.call('listReview', { scope: { ...scope!, states: ['pending', 'reviewed', 'skipped'] }, filter: { windowId: windowId!, types: ALL_TYPES }, order: 'time', offset: 0, limit: LISTED }),
    enabled: isAsked && windowId !== null,
  });
  useEffect(() => {
    if (data === undefined || scope === null || windowId === null || data.notPredicted > 0) return;
    const spans = data.entries.flatMap(({ predictions }) => predictions.map(({ start, end }) => ({ start, end }))).toSorted((a, b) => a.start - b.start);
    const { judged, set } = useWorkspace.getState();
    const next = { windowId, decoded: [{ runId: scope.runId, spans }] };
    if (JSON.stringify(judged) !== JSON.stringify(next)) set({ judged: next });
  }, [data, scope, windowId]);
}

/** Goes to the surest where nothing is looked at yet. */
function useFirstEntry(scope: ReviewScope | null, entries: readonly ReviewEntry[], scene: Scene | null): void {
  const isNowhere = useReviewSession(({ currentId, runId }) => currentId === null || runId !== scope?.runId);
  useEffect(() => {
    const index = neighbourIndex(entries, { currentId: null, place: 0 }, 'next', useReviewSession.getState().choice.decided);
    if (scope !== null && isNowhere && index >= 0) goToIndex(scope, entries, index, scene);
  }, [isNowhere, scope, entries, scene]);
}

function goToIndex({ runId }: ReviewScope, entries: readonly ReviewEntry[], index: number, scene: Scene | null): void {
  useReviewSession.getState().goTo(runId, entries[index].id, index);
  goToEntry(entries[index], scene);
}

function useDecide(scope: ReviewScope | null, entries: readonly ReviewEntry[], scene: Scene | null): Review['decide'] {
  const outbox = useOutbox();
  const queries = useQueryClient();
  return (request) => {
    const { choice, goTo, ...from } = useReviewSession.getState();
    const current = entries.find(({ id }) => id === from.currentId);
    if (scope === null || current === undefined || current.types[0] === 'agreed') return false;
    if (request.decision === 'fixed' && (current.predictions.length === 0 || current.labels.length === 0)) {
      return showNote('There is no edge to fix', current.labels.length === 0 ? 'Accept makes a label of the prediction, reject leaves it.' : 'Accept removes the label, reject lets it stand.');
    }
    const next = afterDeciding(entries, from, choice.decided);
    markDecided(queries, current, scope, request);
    const editId = outbox.add({ kind: 'decide', scope, entryId: current.id, request });
    // A refusal changes nothing that the core would tell of.
    void outbox.settled(editId).then(() => queries.invalidateQueries({ queryKey: queryKeys.review }));
    if (next >= 0) goToIndex(scope, entries, next, scene);
    else goTo(scope.runId, null, 0);
  };
}

/** Shown as decided before it is; the list is read anew once it is. */
function markDecided(queries: QueryClient, entry: ReviewEntry, { runId }: ReviewScope, { decision }: DecisionRequest): void {
  const { seriesId, windowId, confidence, predictions, labels } = entry;
  const types = entry.types.filter((type) => type !== 'agreed');
  const verdict = { id: newVerdictId(), seriesId, windowId, runId, types, decision, confidence, predictions, labels, author: '', decidedAt: timeMs(Date.now()) };
  void queries.cancelQueries({ queryKey: queryKeys.reviewLists });
  queries.setQueriesData<ReviewPage>(
    { queryKey: queryKeys.reviewLists },
    (page) => page && { ...page, undecided: page.undecided - (entry.verdict === null ? 1 : 0), entries: page.entries.map((each) => (each.id === entry.id ? { ...each, verdict } : each)) },
  );
}
