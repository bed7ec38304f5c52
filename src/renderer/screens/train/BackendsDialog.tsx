import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BackendReport } from '../../../shared/contract/training.ts';
import type { BackendSettings } from '../../../shared/domain/train-config.ts';
import { useCore } from '../../rpc/core-context.tsx';
import { queryKeys } from '../../rpc/query-keys.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { BackendTable } from './BackendTable.tsx';
import style from './BackendTable.module.css';

interface BackendsDialogProps {
  readonly settings: BackendSettings;
  readonly report: BackendReport | undefined;
  readonly isTraining: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The table of back ends, and the way to test them again. */
export function BackendsDialog({ settings, report, isTraining, open, onClose }: BackendsDialogProps) {
  const core = useCore();
  const queries = useQueryClient();
  const testing = useMutation({
    mutationFn: () => core.call('examineBackends', settings),
    onSuccess: (found) => queries.setQueryData(queryKeys.backendsOf(settings), found),
  });
  const rows = report?.backends ?? [];
  const wereTested = rows.some(({ secondsPerStep }) => secondsPerStep !== null);
  const footer = (
    <>
      <Button onClick={onClose}>Close</Button>
      <Button look="primary" data-first disabled={isTraining || testing.isPending} onClick={() => testing.mutate()} data-testid="test-backends">
        {testing.isPending ? 'Testing…' : wereTested ? 'Test again' : 'Test now'}
      </Button>
    </>
  );
  return (
    <Dialog title="Back ends" open={open} onClose={onClose} footer={footer} data-testid="backends-dialog">
      <div className={style.content} aria-live="polite" aria-busy={testing.isPending}>
        <p className={style.what}>Each that starts here computes a small network, whose numbers are checked, and is timed for a few steps of training.</p>
        <BackendTable rows={rows} isTesting={testing.isPending} />
        {report?.choice != null && <p>{report.choice}</p>}
        {isTraining && <Notice tone="note">They can be tested when no run trains: each would slow the other.</Notice>}
      </div>
    </Dialog>
  );
}
