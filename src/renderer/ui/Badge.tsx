import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import style from './Badge.module.css';

export type BadgeTone = 'plain' | 'accent' | 'good' | 'warning' | 'bad';

export function Badge({ tone = 'plain', children }: { readonly tone?: BadgeTone; readonly children: ReactNode }) {
  return <span className={classNames(style.badge, tone !== 'plain' && style[tone])}>{children}</span>;
}
