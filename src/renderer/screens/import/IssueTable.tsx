import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import style from './BarsReport.module.css';

export interface IssueColumn<Row> {
  readonly name: string;
  /** Width in CSS grid terms. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isMono?: boolean;
}

interface IssueTableProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly IssueColumn<Row>[];
  /** Said where there are no rows. */
  readonly none: string;
}

const ROW_HEIGHT = 30;

/** A list of any length, of which only what is in view is drawn. */
export function IssueTable<Row>({ rows, columns, none }: IssueTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, overscan: 10 });
  const gridTemplateColumns = columns.map((column) => column.width).join(' ');
  if (rows.length === 0) return <p className={style.none}>{none}</p>;
  return (
    <>
      <div className={style.header} style={{ gridTemplateColumns }} role="row">
        {columns.map((column) => (
          <span key={column.name} role="columnheader">
            {column.name}
          </span>
        ))}
      </div>
      <div ref={scroller} className={style.scroller} role="rowgroup" tabIndex={0} aria-label="Rows">
        <div style={{ position: 'relative', height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <div key={item.key} className={style.line} role="row" style={{ gridTemplateColumns, transform: `translateY(${item.start}px)` }} data-testid="issue-row">
              {columns.map((column) => (
                <span key={column.name} role="cell" className={column.isMono === true ? style.mono : undefined}>
                  {column.cell(rows[item.index])}
                </span>
              ))}
            </div>
          ))}
        </div>
      </div>
    </>
  );
}
