import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { LabelChange } from '../../shared/contract/labels.ts';
import { LabelsProvider } from '../labels/labels-context.tsx';
import { useProject } from '../rpc/queries.ts';
import { queryKeys } from '../rpc/query-keys.ts';
import { useWorkspace } from '../state/workspace.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { takeOverLabels } from './core-events.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { GuideStrip } from './GuideStrip.tsx';
import { KeySheet } from './KeySheet.tsx';
import { Navigation } from './Navigation.tsx';
import { SCREENS } from './screens.ts';
import style from './Shell.module.css';
import { TopBar } from './TopBar.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useShellActions } from './use-shell-actions.ts';
import { useShellBridge } from './use-shell-bridge.ts';
import { useTheme } from './use-theme.ts';

export function Shell() {
  useTheme();
  useShellActions();
  useShellBridge();
  useFileDrop();
  const { data: project } = useProject();
  const path = project === undefined ? undefined : (project?.path ?? null);
  const { projectPath, enterProject } = useWorkspace();
  // Whatever the workspace was told meanwhile: the project that the core has open decides.
  useEffect(() => {
    if (path !== undefined && projectPath !== path) enterProject(path);
  }, [path, projectPath, enterProject]);

  if (path === undefined) return <Splash />;
  if (path === null || projectPath !== path) return <Frame />;
  return <ProjectFrame path={path} />;
}

function Splash() {
  return (
    <>
      <ConnectionBanner />
      <output className={style.splash}>Connecting to the core…</output>
    </>
  );
}

function ProjectFrame({ path }: { readonly path: string }) {
  const queries = useQueryClient();
  const onStored = useCallback(
    (change: LabelChange) => {
      takeOverLabels(change, queries);
      void queries.invalidateQueries({ queryKey: queryKeys.undoState });
    },
    [queries],
  );
  return (
    <LabelsProvider key={path} projectPath={path} onStored={onStored}>
      <Frame hasProject />
    </LabelsProvider>
  );
}

function Frame({ hasProject = false }: { readonly hasProject?: boolean }) {
  const chosen = useWorkspace((workspace) => workspace.screen);
  const name = hasProject ? chosen : 'welcome';
  const Screen = SCREENS[name];
  return (
    <div className={style.shell}>
      <Navigation screen={name} hasProject={hasProject} />
      <TopBar hasProject={hasProject} />
      <div className={style.body}>
        <ConnectionBanner />
        {hasProject && <GuideStrip />}
        <main className={style.screen} data-testid={`screen-${name}`}>
          <ErrorBoundary key={name}>
            <Screen />
          </ErrorBoundary>
        </main>
      </div>
      <CommandPalette />
      <KeySheet />
    </div>
  );
}
