import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { toAppError } from '../../../shared/contract/errors.ts';
import type { ImportOptions } from '../../../shared/contract/imports.ts';
import { newJobId, type FileToken } from '../../../shared/domain/ids.ts';
import type { Connection } from '../../rpc/connection.ts';
import { useCore } from '../../rpc/core-context.tsx';
import { useIncomingFiles, type IncomingFile } from '../../state/incoming-files.ts';
import { useJobs } from '../../state/jobs.ts';
import { showError } from '../../ui/toast-manager.ts';
import { useImportFlow, type Preview } from './import-flow.ts';
import { uploadFile } from './upload-file.ts';

const flow = () => useImportFlow.getState();
const toChoose = () => flow().to({ kind: 'choose' });

/** Takes the next waiting file once the last one's report has been put away. */
export function useIncoming(): void {
  const core = useCore();
  const stage = useImportFlow((state) => state.stage.kind);
  const waiting = useIncomingFiles((state) => state.files.length);
  useEffect(() => {
    if (stage !== 'choose' || waiting === 0) return;
    const file = useIncomingFiles.getState().takeOne();
    if (file !== undefined) void receive(core, file);
  }, [stage, waiting, core]);
}

async function receive(core: Connection, incoming: IncomingFile): Promise<void> {
  if (!(incoming instanceof File)) return flow().to({ kind: 'preview', file: incoming.file, name: incoming.name, corrections: {} });
  const abort = new AbortController();
  const told = { kind: 'uploading', name: incoming.name, bytes: incoming.size, abort } as const;
  flow().to({ ...told, sent: 0 });
  try {
    const file = await uploadFile(core, incoming, (sent) => flow().to({ ...told, sent }), abort.signal);
    flow().to({ kind: 'preview', file, name: incoming.name, corrections: {} });
  } catch (thrown) {
    toChoose();
    if (!abort.signal.aborted) showError(toAppError(thrown));
  }
}

/** How the file would be read with these corrections; the last answer stays while a new one comes. */
export function usePreview(file: FileToken, corrections: Partial<ImportOptions>) {
  const core = useCore();
  return useQuery<Preview>({
    queryKey: ['import-preview', file, corrections],
    queryFn: () => core.call('previewImport', { file, options: corrections }),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
    meta: { quiet: true },
  });
}

/** Carries out what the preview shows. */
export async function importPreviewed(core: Connection, file: FileToken, preview: Preview): Promise<void> {
  const jobId = newJobId();
  const before = flow().stage;
  flow().to({ kind: 'importing', file, name: preview.file, jobId });
  try {
    if (preview.kind === 'bars') {
      flow().to({ kind: 'bars-report', report: await core.call('importBars', { file, options: preview.options, jobId }) });
    } else {
      flow().to({ kind: 'dataset-report', report: await core.call('importDataset', { file, jobId }) });
    }
  } catch (thrown) {
    showError(toAppError(thrown));
    flow().to(before);
  } finally {
    useJobs.getState().forget(jobId);
  }
}

/** Leaves the preview; the core forgets the file. */
export function dropPreviewed(core: Connection, file: FileToken): void {
  toChoose();
  void core.call('dropFile', { file }).catch(() => {});
}
