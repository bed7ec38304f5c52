import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import style from './EmptyState.module.css';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What to do next. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className={style.empty}>
      <Icon size={28} strokeWidth={1.5} aria-hidden />
      <h2 className={style.title}>{title}</h2>
      <p>{children}</p>
      {actions !== undefined && <div className={style.actions}>{actions}</div>}
    </div>
  );
}
