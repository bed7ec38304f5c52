import { useActions } from '../actions/actions-context.tsx';
import { useDialogs } from '../state/dialogs.ts';
import { useGuide } from '../state/guide.ts';
import { useResolvedTheme } from '../state/use-resolved-theme.ts';
import { goTo, useWorkspace, type ScreenName } from '../state/workspace.ts';
import { moveToArea } from './focus-areas.ts';
import { useChooseTheme } from './use-theme.ts';

/** What can be done from everywhere. */
export function useShellActions(): void {
  const { show } = useDialogs();
  const guide = useGuide();
  const theme = useResolvedTheme();
  const chooseTheme = useChooseTheme();
  const hasProject = useWorkspace((workspace) => workspace.projectPath !== null);
  const go = (screen: ScreenName) => () => (hasProject ? goTo(screen) : false);
  useActions({
    'app.palette': () => show('palette'),
    'app.keys': () => show('keys'),
    'app.next-area': () => moveToArea('next'),
    'app.previous-area': () => moveToArea('previous'),
    'app.theme': () => chooseTheme(theme === 'dark' ? 'light' : 'dark'),
    'app.guide': () => guide.start(),
    'go.projects': () => goTo('welcome'),
    'go.import': go('import'),
    'go.label': go('label'),
    'go.review': () => (hasProject ? useWorkspace.getState().set({ screen: 'label', reviewing: true }) : false),
    'go.train': go('train'),
    'go.compare': go('compare'),
  });
}
