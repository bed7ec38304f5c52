import { FilePlus2, FlaskConical, FolderOpen, Upload, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { bridge } from '../../rpc/bridge.ts';
import { useProject } from '../../rpc/queries.ts';
import { useDialogs } from '../../state/dialogs.ts';
import { goTo, type ScreenName } from '../../state/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { NewProjectDialog } from './NewProjectDialog.tsx';
import { OpenPathDialog } from './OpenPathDialog.tsx';
import { RecentProjects } from './RecentProjects.tsx';
import { openSample, useOpenProject } from './use-open-project.ts';
import style from './WelcomeScreen.module.css';

export function WelcomeScreen() {
  const { data: project } = useProject();
  const { show } = useDialogs();
  const opening = useOpenProject();
  const [afterNew, setAfterNew] = useState<ScreenName>('import');
  const [asksPath, setAsksPath] = useState(false);

  const importOwn = () => {
    if (project) return goTo('import');
    setAfterNew('import');
    show('new-project');
  };

  return (
    <div className={style.page} data-area>
      <div className={style.column}>
        <header>
          <h1 className={style.title}>Teach a model the expansions you see</h1>
          <p className={style.lead}>
            Mark short directional surges on real bars, say how sure you are, train a detector in seconds on this machine, and judge its predictions
            over the same bars.
          </p>
        </header>
        <div className={style.cards}>
          <Card
            icon={FlaskConical}
            title="Open the sample project"
            text="Generated bars with windows and a few labelled spans. The quickest way to see the whole loop."
            isPrimary={!project}
            disabled={opening.isPending}
            testId="open-sample"
            onClick={() => opening.mutate({ open: openSample, goOn: 'label' })}
          />
          <Card
            icon={Upload}
            title="Import your own bars"
            text="CSV, TSV, JSON, Parquet, plain, gzip or zip, from most platforms. You see how a file is read before anything is written."
            testId="import-own"
            onClick={importOwn}
          />
          <Card
            icon={FilePlus2}
            title="New project"
            text="An empty project of its own. A project is one file that holds bars, labels, runs and predictions."
            testId="new-project"
            onClick={() => {
              setAfterNew('import');
              show('new-project');
            }}
          />
        </div>
        <Panel title="Recent projects" flush actions={<OpenOther onPath={() => setAsksPath(true)} />}>
          <RecentProjects isOpening={opening.isPending} onOpen={(open) => opening.mutate({ open, goOn: 'label' })} />
        </Panel>
      </div>
      <NewProjectDialog onCreate={(open) => opening.mutateAsync({ open, goOn: afterNew })} />
      <OpenPathDialog open={asksPath} onClose={() => setAsksPath(false)} onOpen={(open) => opening.mutateAsync({ open, goOn: 'label' })} />
    </div>
  );
}

function OpenOther({ onPath }: { readonly onPath: () => void }) {
  const shell = bridge;
  return (
    <Button look="quiet" data-testid="open-other" onClick={shell === undefined ? onPath : () => void shell.pickProject()}>
      <FolderOpen size={15} aria-hidden /> Open another…
    </Button>
  );
}

interface CardProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly isPrimary?: boolean;
  readonly disabled?: boolean;
  readonly testId: string;
  readonly onClick: () => void;
}

function Card({ icon: Icon, title, text, isPrimary = false, disabled, testId, onClick }: CardProps) {
  return (
    <button type="button" className={style.card} data-primary={isPrimary} disabled={disabled} data-testid={testId} onClick={onClick}>
      <Icon size={22} strokeWidth={1.6} aria-hidden />
      <span className={style.cardTitle}>{title}</span>
      <span className={style.cardText}>{text}</span>
    </button>
  );
}
