import { useState } from 'react';
import { useActions } from '../../../../actions/actions-context.tsx';
import type { ChartPlace } from '../../../../chart/chart-types.ts';
import type { Scene } from '../../scene/use-scene.ts';
import { useSession } from '../../session.ts';

interface MenuState {
  /** Where the menu is open; null: it is closed. */
  readonly place: ChartPlace | null;
  open(place: ChartPlace): void;
  close(): void;
}

/** The menu of the bars, by the right button and by key: for the selected span, else for the bar cursor. */
export function useBarsMenu(scene: Scene): MenuState {
  const [place, setPlace] = useState<ChartPlace | null>(null);
  const open = (asked: ChartPlace): void => {
    const { selectedId, set } = useSession.getState();
    // What the menu is about is selected, so that its keys mean the same.
    if (asked.spanId !== null && asked.spanId !== selectedId) set({ selectedId: asked.spanId, edge: null });
    setPlace(asked);
  };
  useActions({
    'chart.menu': () => {
      const asked = placeByKey(scene);
      if (asked === null) return false;
      open(asked);
    },
  });
  return { place, open, close: () => setPlace(null) };
}

function placeByKey({ spans }: Scene): ChartPlace | null {
  const { chart, selectedId, cursor, visible } = useSession.getState();
  const span = spans.find(({ id }) => id === selectedId);
  const times = [span?.startTime, span?.endTime, cursor, visible?.startTime];
  const place = times.map((time) => (time == null ? null : (chart?.placeAt(time) ?? null))).find((found) => found !== null);
  return place === undefined ? null : { ...place, spanId: span?.id ?? place.spanId };
}
