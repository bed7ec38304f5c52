import { BrainCircuit, CandlestickChart, FolderOpen, Import, Scale, type LucideIcon } from 'lucide-react';
import { useActionBoard } from '../actions/actions-context.tsx';
import { actionById, type ActionId } from '../actions/action-definitions.ts';
import type { ScreenName } from '../state/workspace.ts';
import { ActionKeys } from '../ui/ActionKeys.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { Mark } from './Mark.tsx';
import style from './Navigation.module.css';

interface Entry {
  readonly screen: ScreenName;
  readonly name: string;
  readonly icon: LucideIcon;
  readonly action: ActionId;
}

const ENTRIES: readonly Entry[] = [
  { screen: 'welcome', name: 'Projects', icon: FolderOpen, action: 'go.projects' },
  { screen: 'import', name: 'Import', icon: Import, action: 'go.import' },
  { screen: 'label', name: 'Label', icon: CandlestickChart, action: 'go.label' },
  { screen: 'train', name: 'Train', icon: BrainCircuit, action: 'go.train' },
  { screen: 'compare', name: 'Compare', icon: Scale, action: 'go.compare' },
];

interface NavigationProps {
  readonly screen: ScreenName;
  readonly hasProject: boolean;
}

export function Navigation({ screen, hasProject }: NavigationProps) {
  return (
    <nav className={style.nav} aria-label="Screens">
      <div className={style.mark}>
        <Mark />
      </div>
      {ENTRIES.map((entry) => (
        <NavigationItem key={entry.screen} entry={entry} isCurrent={entry.screen === screen} isOff={!hasProject && entry.screen !== 'welcome'} />
      ))}
    </nav>
  );
}

function NavigationItem({ entry, isCurrent, isOff }: { readonly entry: Entry; readonly isCurrent: boolean; readonly isOff: boolean }) {
  const board = useActionBoard();
  const Icon = entry.icon;
  const { title } = actionById(entry.action);
  return (
    <Tooltip
      side="right"
      text={
        <>
          {title} <ActionKeys action={entry.action} />
        </>
      }
    >
      <button
        type="button"
        className={style.item}
        aria-current={isCurrent ? 'page' : undefined}
        disabled={isOff}
        data-testid={`nav-${entry.screen}`}
        onClick={() => board.run(entry.action)}
      >
        <Icon size={20} strokeWidth={1.75} aria-hidden />
        {entry.name}
      </button>
    </Tooltip>
  );
}
