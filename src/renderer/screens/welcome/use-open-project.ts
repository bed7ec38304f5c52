import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCore } from '../../rpc/core-context.tsx';
import { oneAtATime } from '../../rpc/one-at-a-time.ts';
import { queryKeys } from '../../rpc/query-keys.ts';
import { goTo, type ScreenName } from '../../state/workspace.ts';
import type { Connection } from '../../rpc/connection.ts';
import type { ProjectInfo } from '../../../shared/contract/project.ts';
import { useWorkspace } from '../../state/workspace.ts';

type Opening = (core: Connection) => Promise<ProjectInfo>;

/** The seed of the sample project, so that everybody's looks the same. */
const SAMPLE_SEED = 7;

export const openSample: Opening = (core) => core.call('createSampleProject', { seed: SAMPLE_SEED });
export const openPath = (path: string): Opening => (core) => core.call('openProject', { path });
export const createNamed = (name: string): Opening => (core) => core.call('createProject', { name });

const openOne = oneAtATime(({ open, core }: { readonly open: Opening; readonly core: Connection }) => open(core));

/** Opens or creates a project and goes on to a screen. */
export function useOpenProject() {
  const core = useCore();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ open }: { readonly open: Opening; readonly goOn: ScreenName }) => openOne({ open, core }),
    // All at once: whoever goes elsewhere meanwhile is not to be brought back later.
    onSuccess: (project, { goOn }) => {
      queries.setQueryData(queryKeys.project, project);
      useWorkspace.getState().enterProject(project.path);
      goTo(goOn);
      void queries.invalidateQueries();
    },
  });
}
