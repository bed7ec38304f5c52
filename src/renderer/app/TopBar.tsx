import { CircleHelp, History, Redo2, Search, Undo2 } from 'lucide-react';
import { useActions } from '../actions/actions-context.tsx';
import { useOutbox, usePendingEdits } from '../labels/labels-context.tsx';
import { useProject, useUndoState } from '../rpc/queries.ts';
import { useHistoryView } from '../state/history-view.ts';
import { goTo, useWorkspace } from '../state/workspace.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ActionKeys } from '../ui/ActionKeys.tsx';
import { formatQuantity } from '../ui/format/number.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import { SavedState } from './SavedState.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import style from './TopBar.module.css';

export function TopBar({ hasProject }: { readonly hasProject: boolean }) {
  return (
    <header className={style.bar}>
      {hasProject ? <ProjectName /> : <span className={style.project}>Expanse</span>}
      <span className={style.spacer} />
      {hasProject && <SavedState />}
      {hasProject && <UndoButtons />}
      <div className={style.group}>
        <ActionButton action="app.palette" look="quiet" className={style.find}>
          <Search size={15} aria-hidden />
          <ActionKeys action="app.palette" />
        </ActionButton>
        <ThemeMenu />
        <ActionButton action="app.keys" look="quiet" size="icon">
          <CircleHelp size={16} aria-hidden />
        </ActionButton>
      </div>
    </header>
  );
}

function ProjectName() {
  const { data: project } = useProject();
  if (!project) return null;
  const figures = [formatQuantity(project.bars, 'bar'), formatQuantity(project.windows, 'window'), formatQuantity(project.spans, 'span')];
  return (
    <>
      <Tooltip text={project.path}>
        <span className={style.project} data-testid="project-name">
          {project.name}
        </span>
      </Tooltip>
      <span className={style.figures}>{figures.join(' · ')}</span>
    </>
  );
}

function UndoButtons() {
  const { data: state } = useUndoState();
  const outbox = useOutbox();
  const hasPending = usePendingEdits().length > 0;
  const ask = (kind: 'undo' | 'redo') => {
    outbox.add({ kind });
  };
  const isHistoryShown = useWorkspace(({ screen }) => screen === 'label');
  const isHistoryOpen = useHistoryView((view) => view.isOpen) && isHistoryShown;
  useActions({
    'app.undo': () => ask('undo'),
    'app.redo': () => ask('redo'),
    'history.show': () => {
      useHistoryView.getState().set({ isOpen: true });
      goTo('label');
    },
  });
  return (
    <div className={style.group}>
      <ActionButton action="app.undo" look="quiet" size="icon" disabled={state?.canUndo !== true && !hasPending}>
        <Undo2 size={16} aria-hidden />
      </ActionButton>
      <ActionButton action="app.redo" look="quiet" size="icon" disabled={state?.canRedo !== true}>
        <Redo2 size={16} aria-hidden />
      </ActionButton>
      <ActionButton action="history.show" look="quiet" size="icon" aria-pressed={isHistoryOpen}>
        <History size={16} aria-hidden />
      </ActionButton>
    </div>
  );
}
