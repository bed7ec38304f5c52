import { Scale, X } from 'lucide-react';
import { useActions } from '../../../actions/actions-context.tsx';
import { goTo, useWorkspace } from '../../../state/workspace.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { formatCount } from '../../../ui/format/number.ts';
import style from './RunList.module.css';

/** What is marked, and the way to its comparison. */
export function MarkedBar() {
  const { compared, set } = useWorkspace();
  const isEnough = compared.length > 1;
  useActions({
    'train.compare': () => (isEnough ? goTo('compare') : false),
    'train.unmark': () => (compared.length === 0 ? false : set({ compared: [] })),
  });
  if (compared.length === 0) return null;
  return (
    <div className={style.marked} data-testid="marked" data-count={compared.length}>
      <span>{isEnough ? `${formatCount(compared.length)} marked` : '1 marked: mark another'}</span>
      <ActionButton action="train.compare" look={isEnough ? 'primary' : 'normal'} disabled={!isEnough}>
        <Scale size={14} aria-hidden /> Compare
      </ActionButton>
      <ActionButton action="train.unmark" look="quiet" size="icon">
        <X size={14} aria-hidden />
      </ActionButton>
    </div>
  );
}
