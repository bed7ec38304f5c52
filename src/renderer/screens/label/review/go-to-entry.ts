import type { ReviewEntry } from '../../../../shared/review/review-entry.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import type { Edge } from '../../../labels/span-edges.ts';
import type { Scene } from '../scene/use-scene.ts';
import { goToPlace, useSession, type Place } from '../session.ts';

/** Shows the disagreement on the chart, with its label selected at the edge that is off, so that the arrows move it. */
export function goToEntry(entry: ReviewEntry, scene: Scene | null): void {
  const place = placeOf(entry);
  const { windowId, freeChart, set } = useWorkspace.getState();
  const isOpen = !freeChart && windowId === entry.windowId && scene?.window?.id === entry.windowId;
  useSession.getState().set({ placeOnArrival: isOpen ? null : place });
  if (isOpen) goToPlace(place);
  else set({ windowId: entry.windowId, freeChart: false });
}

function placeOf({ windowId, startTime, endTime, labels, pair, types }: ReviewEntry): Place {
  const selectedId = labels[pair?.label ?? 0]?.id ?? null;
  return { windowId, startTime, endTime, selectedId, edge: selectedId === null ? null : edgeOf(types) };
}

function edgeOf(types: ReviewEntry['types']): Edge | null {
  if (types.includes('early-start') || types.includes('late-start')) return 'start';
  return types.includes('early-end') || types.includes('late-end') ? 'end' : null;
}
