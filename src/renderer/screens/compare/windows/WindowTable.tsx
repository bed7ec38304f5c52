import { useEffect } from 'react';
import type { Comparison, ComparedWindow, Contender } from '../../../../shared/domain/comparison.ts';
import { Group } from '../../../ui/Group.tsx';
import { Button } from '../../../ui/Button.tsx';
import { formatCount } from '../../../ui/format/number.ts';
import { useRows } from '../../../ui/use-rows.ts';
import { ContenderName } from '../ContenderName.tsx';
import { useCompareSession } from '../session.ts';
import { WindowRow } from './WindowRow.tsx';
import { isOfKind, kindTitle, WINDOW_KINDS } from './window-kinds.ts';
import style from './WindowTable.module.css';

const ROW_HEIGHT = 33;

/** Which windows who gets right. Enter opens one on the chart. */
export function WindowTable({ comparison: { contenders, confusion } }: { readonly comparison: Comparison }) {
  const { kind, set } = useCompareSession();
  const listed = confusion.filter((window) => isOfKind(window, kind));
  return (
    <section aria-label="Windows" data-area>
      <p className={style.note}>
        Right: decoded and labelled spans meet one to one at IoU 0.5; of several seeds, in more than half of the runs. Enter opens a window on the chart, with both predictions over its labels.
        {contenders.some(({ mode }) => mode === 'together') && ' Several together have no run of their own: the chart shows what their first part says by itself.'}
      </p>
      <Group label="Which windows" className={style.kinds}>
        {WINDOW_KINDS.map((each) => (
          <Button key={each} look="quiet" aria-pressed={each === kind} onClick={() => set({ kind: each })} data-testid={`windows-${each}`}>
            {kindTitle(each, contenders.length)} ({formatCount(confusion.filter((window) => isOfKind(window, each)).length)})
          </Button>
        ))}
      </Group>
      <div className={style.head} style={{ gridTemplateColumns: columnsFor(contenders.length) }}>
        <span>Window</span>
        <span>Labelled</span>
        {contenders.map(({ name }, place) => (
          <ContenderName key={name} place={place} name={name} />
        ))}
      </div>
      {listed.length === 0 ? <p className={style.empty}>{emptyText(kind)}</p> : <Rows key={kind} windows={listed} contenders={contenders} columns={columnsFor(contenders.length)} />}
    </section>
  );
}

const columnsFor = (contenders: number): string => `minmax(190px, 1.3fr) minmax(84px, 0.8fr) repeat(${contenders}, minmax(96px, 1fr))`;

function emptyText(kind: string): string {
  if (kind === 'some') return 'There is no window that only some get right.';
  return kind === 'none' ? 'There is no window that nobody gets right.' : 'There is no such window.';
}

function Rows({ windows, contenders, columns }: { readonly windows: readonly ComparedWindow[]; readonly contenders: readonly Contender[]; readonly columns: string }) {
  const { scroller, drawn, totalHeight, scrollToRow } = useRows({ count: windows.length, height: ROW_HEIGHT });
  const lastOpened = useCompareSession(({ windowId }) => windows.findIndex((window) => window.windowId === windowId));
  useEffect(() => {
    // Whoever comes back from the chart has the focus nowhere.
    if (lastOpened < 0 || document.activeElement !== document.body) return;
    scrollToRow(lastOpened);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${lastOpened}"]`)?.focus());
  }, [lastOpened, scroller, scrollToRow]);
  const tabStop = drawn.some(({ index }) => index === lastOpened) ? lastOpened : drawn[0]?.index;
  return (
    <div ref={scroller} className={style.list} data-testid="compared-windows" data-rows={windows.length}>
      <div style={{ position: 'relative', height: totalHeight }}>
        {drawn.map(({ index, start }) => (
          <WindowRow key={windows[index].windowId} window={windows[index]} contenders={contenders} index={index} top={start} isTabStop={index === tabStop} columns={columns} />
        ))}
      </div>
    </div>
  );
}
