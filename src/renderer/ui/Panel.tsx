import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import style from './Panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** The content keeps its own distance from the edge. */
  readonly flush?: boolean;
  readonly className?: string;
  readonly 'data-testid'?: string;
}

export function Panel({ title, actions, children, flush = false, className, ...rest }: PanelProps) {
  return (
    <section className={classNames(style.panel, className)} aria-label={title} {...rest}>
      <header className={style.header}>
        <h2 className={style.title}>{title}</h2>
        {actions}
      </header>
      {flush ? children : <div className={style.body}>{children}</div>}
    </section>
  );
}
