import { useEffect } from 'react';
import { toAppError } from '../../../shared/contract/errors.ts';
import type { Connection } from '../../rpc/connection.ts';
import { useCore } from '../../rpc/core-context.tsx';
import { useWorkspace } from '../../state/workspace.ts';
import { showError } from '../../ui/toast-manager.ts';
import { useWindowDetail } from './scene/use-scene.ts';

/** Opens the first pending window where none is open, or the free chart where there are no windows. */
export function useFirstWindow(): void {
  const core = useCore();
  const { windowId, freeChart, set } = useWorkspace();
  const { isError } = useWindowDetail(freeChart ? null : windowId);
  const needsOne = !freeChart && (windowId === null || isError);
  useEffect(() => {
    if (!needsOne) return;
    let isCurrent = true;
    findFirst(core).then(
      (found) => isCurrent && set(found === null ? { windowId: null, freeChart: true } : { windowId: found.windowId }),
      (thrown: unknown) => showError(toAppError(thrown)),
    );
    return () => {
      isCurrent = false;
    };
  }, [needsOne, core, set]);
}

async function findFirst(core: Connection) {
  const pending = await core.call('nextWindow', { state: 'pending', after: null, direction: 'next' });
  return pending ?? core.call('nextWindow', { after: null, direction: 'next' });
}
