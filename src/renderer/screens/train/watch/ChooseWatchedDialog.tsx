import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WatchableWindow } from '../../../../shared/contract/training.ts';
import { MOST_WATCHED } from '../../../../shared/domain/epoch-view.ts';
import type { RunId } from '../../../../shared/domain/ids.ts';
import { spreadOverConfidence } from '../../../../shared/engine/training/spread-over-confidence.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { queryKeys } from '../../../rpc/query-keys.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import style from './ChooseWatchedDialog.module.css';
import { WatchableList } from './WatchableList.tsx';

interface ChooseWatchedDialogProps {
  readonly runId: RunId;
  readonly watched: readonly number[];
  readonly open: boolean;
  readonly onClose: () => void;
}

const CHOSEN_BY_US = 4;

/** The validation windows, of which a few are watched from the next epoch on. */
export function ChooseWatchedDialog({ runId, watched, open, onClose }: ChooseWatchedDialogProps) {
  const core = useCore();
  const queries = useQueryClient();
  const { data: windows = [] } = useQuery({ queryKey: queryKeys.watchable(runId), queryFn: () => core.call('listWatchable', { runId }), enabled: open });
  const [changed, setChanged] = useState<readonly number[] | null>(null);
  const chosen = changed ?? watched;
  const leave = () => {
    setChanged(null);
    onClose();
  };
  const watching = useMutation({
    mutationFn: () => core.call('watchWindows', { runId, places: chosen }),
    onSuccess: (told) => {
      queries.setQueryData(queryKeys.watched(runId), told);
      leave();
    },
  });
  const footer = (
    <>
      <Button onClick={() => setChanged(spread(windows))} data-testid="watch-spread">
        Spread over confidence
      </Button>
      <span className={style.spacer} />
      <Button onClick={leave}>Cancel</Button>
      <Button look="primary" disabled={watching.isPending} onClick={() => watching.mutate()} data-testid="watch-these">
        Watch these
      </Button>
    </>
  );
  return (
    <Dialog title="Windows to watch" open={open} onClose={leave} footer={footer} data-testid="watch-dialog">
      <p className={style.what} aria-live="polite">
        {chosen.length} of at most {MOST_WATCHED} chosen. They are shown from the next epoch on, and in the next runs that they validate.
      </p>
      <WatchableList windows={windows} chosen={chosen} onChange={setChanged} />
    </Dialog>
  );
}

const spread = (windows: readonly WatchableWindow[]): readonly number[] => spreadOverConfidence(windows.map(({ confidence }) => confidence), CHOSEN_BY_US);
