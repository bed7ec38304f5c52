import { History, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useHistoryView } from '../../../state/history-view.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { formatQuantity } from '../../../ui/format/number.ts';
import { Group } from '../../../ui/Group.tsx';
import { ActionKeys } from '../../../ui/ActionKeys.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import { useRows } from '../../../ui/use-rows.ts';
import type { Scene } from '../scene/use-scene.ts';
import style from './History.module.css';
import { HistoryRow } from './HistoryRow.tsx';
import { closeHistory, lookAtStep } from './look-at-step.ts';
import { useHistoryPages, type HistoryPages } from './use-history-pages.ts';

const ROW_HEIGHT = 62;

/** Every step that changed labels, newest first. */
export function HistoryPanel({ scene }: { readonly scene: Scene }) {
  const { ofWindow, past, set } = useHistoryView();
  const [range, setRange] = useState({ first: 0, last: 20 });
  const windowId = ofWindow && scene.window !== null ? scene.window.id : null;
  const pages = useHistoryPages(windowId, range.first, range.last);
  // Of the whole project the moment before the first step is one to look at, too.
  const count = pages.total === 0 ? 0 : pages.total + (windowId === null ? 1 : 0);
  const { scroller, drawn, totalHeight } = useRows({
    count,
    height: ROW_HEIGHT,
    onRange: (first, last) => (first !== range.first || last !== range.last) && setRange({ first, last }),
  });
  const [focused, setFocused] = useState<number | null>(null);
  const nowRow = drawn.find(({ index }) => isNow(pages, index))?.index;
  const tabStop = drawn.some(({ index }) => index === focused) ? focused : (nowRow ?? drawn[0]?.index);
  useFocusOnOpening(scroller, tabStop);
  return (
    <section className={style.panel} aria-label="History of labels" data-testid="history">
      <header className={style.head} data-area>
        <div className={style.titleLine}>
          <h2 className={style.title}>History</h2>
          <span className={style.count}>{formatQuantity(pages.total, 'step')}</span>
          <Button look="quiet" size="icon" aria-label="Close the history" onClick={closeHistory} data-testid="history-close">
            <X size={15} aria-hidden />
          </Button>
        </div>
        <Group label="Steps of" className={style.filters}>
          <Button look="quiet" aria-pressed={windowId === null} onClick={() => set({ ofWindow: false })} data-testid="history-all">
            Everything
          </Button>
          <Button look="quiet" aria-pressed={windowId !== null} disabled={scene.window === null} onClick={() => set({ ofWindow: true })} data-testid="history-of-window">
            This window
          </Button>
        </Group>
      </header>
      {pages.isLoaded && count === 0 && <NoSteps ofWindow={windowId !== null} />}
      <div ref={scroller} className={style.scroller} hidden={count === 0} data-area="history">
        <div className={style.list} style={{ height: totalHeight }}>
          {drawn.map(({ key, index, start, size }) => {
            const item = index === pages.total ? null : pages.itemAt(index);
            if (item === undefined) return null;
            return (
              <HistoryRow
                key={key}
                item={item}
                row={index}
                top={start}
                height={size}
                isNow={isNow(pages, index)}
                isShown={past !== null && past.sequence === (item?.sequence ?? 0)}
                isTabStop={index === tabStop}
                onShow={() => lookAtStep(item, scene)}
                onFocus={() => {
                  setFocused(index);
                  // Once in the past, the arrows walk through it.
                  if (useHistoryView.getState().past !== null) lookAtStep(item, scene);
                }}
              />
            );
          })}
        </div>
      </div>
      {count > 0 && (
        <footer className={style.foot} data-area>
          <p className={style.hint}>
            <Keys binding="Enter" /> shows the labels as of a step, <ActionKeys action="span.deselect" /> returns to now.
          </p>
          <ActionButton action="history.go-to" disabled={past === null}>
            Undo or redo to this step <ActionKeys action="history.go-to" />
          </ActionButton>
        </footer>
      )}
    </section>
  );
}

/** Of the row after the last, which stands before the first step: that nothing is in force. */
function isNow({ total, current, itemAt }: HistoryPages, index: number): boolean {
  return index === total ? current === null : itemAt(index)?.sequence === current && current !== null;
}

/** As soon as there is a row, once. */
function useFocusOnOpening(scroller: { readonly current: HTMLElement | null }, row: number | null | undefined): void {
  const isDone = useRef(false);
  useEffect(() => {
    const button = row == null ? null : scroller.current?.querySelector<HTMLElement>(`[data-row="${row}"]`);
    if (isDone.current || button == null) return;
    isDone.current = true;
    button.focus();
  });
}

function NoSteps({ ofWindow }: { readonly ofWindow: boolean }) {
  return (
    <EmptyState icon={History} title={ofWindow ? 'Nothing was changed in this window' : 'No label was changed yet'}>
      Drag across bars, or press Space at the first and at the last bar of an expansion. Each step is then listed here, and can be looked at and undone, also after the project was closed.
    </EmptyState>
  );
}
