import { History } from 'lucide-react';
import type { Past } from '../../../state/history-view.ts';
import { ActionKeys } from '../../../ui/ActionKeys.tsx';
import { Button } from '../../../ui/Button.tsx';
import style from './History.module.css';
import { clock } from './HistoryRow.tsx';
import { returnToNow } from './look-at-step.ts';

/** Says that the labels over the bars are those of the past, and how to return. */
export function PastBar({ past }: { readonly past: Past }) {
  return (
    <div className={style.past} role="toolbar" aria-label="Labels of the past" data-area data-testid="past-bar" data-sequence={past.sequence}>
      <History size={15} aria-hidden />
      <output className={style.pastText} title={past.description}>
        <b>The past, read only.</b> {past.at === null ? 'Labels before the first step.' : `Labels as of ${clock(past.at)}: ${past.description}.`}
      </output>
      <Button look="primary" onClick={returnToNow} data-testid="return-to-now">
        Back to now <ActionKeys action="span.deselect" />
      </Button>
    </div>
  );
}
