import { useEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { SpanId } from '../../../../shared/domain/ids.ts';
import { ActionKeys } from '../../../ui/ActionKeys.tsx';
import { formatCount } from '../../../ui/format/number.ts';
import { spansInView } from '../../../labels/spans-in-view.ts';
import { focusKeyboardHome } from '../../../ui/keyboard-home.ts';
import { useRows } from '../../../ui/use-rows.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import style from './Inspector.module.css';
import { SpanRow } from './SpanRow.tsx';

const ROW_HEIGHT = 40;

export function SpanList({ scene }: { readonly scene: Scene }) {
  const selectedId = useSession((session) => session.selectedId);
  // Only when others come into view is the list a new one.
  const spans = useSession(useShallow(({ visible }) => (scene.window === null ? spansInView(scene.spans, visible, selectedId) : scene.spans)));
  const { scroller, drawn, totalHeight, scrollToRow } = useRows({ count: spans.length, height: ROW_HEIGHT });
  const selectedRow = spans.findIndex((span) => span.id === selectedId);
  useEffect(() => {
    if (selectedRow >= 0) scrollToRow(selectedRow);
  }, [selectedRow, scrollToRow]);
  const select = (id: SpanId) => {
    const { set, chart } = useSession.getState();
    const span = spans.find((each) => each.id === id);
    if (span === undefined) return;
    set({ selectedId: id, edge: null, cursor: span.startTime });
    if (scene.window === null) void chart?.showRange(span.startTime, span.endTime, CONTEXT_BARS);
    focusKeyboardHome();
  };
  return (
    <>
      <div className={style.listHead}>
        <span>{scene.window === null ? 'Spans in view' : 'Spans of this window'}</span>
        <span data-testid="span-count">{formatCount(spans.length)}</span>
      </div>
      {spans.length === 0 && (
        <p className={style.empty}>
          {scene.window === null ? 'None in view.' : 'None yet.'} Drag across bars, or press <ActionKeys action="span.start-end" ifNone="the key of a span's start" /> at the first and at the last bar.{' '}
          {scene.window !== null && 'A window without an expansion is completed as it is.'}
        </p>
      )}
      <div ref={scroller} className={spans.length === 0 ? undefined : style.list}>
        <ul className={style.virtual} style={{ height: totalHeight }}>
          {drawn.map((item) => {
            const span = spans[item.index];
            return (
              <li key={span.id}>
                <SpanRow span={span} scene={scene} top={item.start} isSelected={span.id === selectedId} onSelect={select} />
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

/** Shown around a span that is brought into view. */
const CONTEXT_BARS = 60;
