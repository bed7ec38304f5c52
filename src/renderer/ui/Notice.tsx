import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import style from './Notice.module.css';

export type NoticeTone = 'note' | 'good' | 'warning' | 'bad';

const ICONS = { note: Info, good: CircleCheck, warning: TriangleAlert, bad: CircleX };

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  readonly nextStep?: string;
  readonly 'data-testid'?: string;
}

/** A remark that stays in place: icon and words, never colour alone. */
export function Notice({ tone, children, nextStep, ...rest }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className={classNames(style.notice, style[tone])} role={tone === 'bad' ? 'alert' : undefined} {...rest}>
      <Icon size={16} aria-hidden />
      <div className={style.text}>
        {children} {nextStep !== undefined && <span className={style.next}>{nextStep}</span>}
      </div>
    </div>
  );
}
