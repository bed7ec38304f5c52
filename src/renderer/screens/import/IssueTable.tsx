import type { ReactNode } from 'react';
import { useRows } from '../../ui/use-rows.ts';
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
  const { scroller, drawn, totalHeight } = useRows({ count: rows.length, height: ROW_HEIGHT });
  const gridTemplateColumns = columns.map((column) => column.width).join(' ');
  if (rows.length === 0) return <p className={style.none}>{none}</p>;
  return (
    <div ref={scroller} className={style.scroller}>
      <table className={style.table}>
        <thead className={style.header}>
          <tr style={{ gridTemplateColumns }}>
            {columns.map((column) => (
              <th key={column.name}>{column.name}</th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: totalHeight }}>
          {drawn.map((item) => (
            <tr key={item.key} className={style.line} style={{ gridTemplateColumns, transform: `translateY(${item.start}px)` }} data-testid="issue-row">
              {columns.map((column) => (
                <td key={column.name} className={column.isMono === true ? style.mono : undefined}>
                  {column.cell(rows[item.index])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
