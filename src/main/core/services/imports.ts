import type { ImportsApi } from '../../../shared/contract/imports.ts';
import { findDataset, openDataset } from '../../importers/dataset/open-dataset.ts';
import type { Dataset } from '../../importers/dataset/dataset.ts';
import { importBarsFrom } from '../../importers/import-bars.ts';
import { previewBars } from '../../importers/recognise/preview-bars.ts';
import { openSource, type Source } from '../../importers/source/open-source.ts';
import { listImports, readImport } from '../../store/queries/imports.ts';
import type { CoreContext, Service } from '../context.ts';
import type { GrantedFile } from '../granted-files.ts';
import { storeBars } from '../imports/store-bars.ts';
import { storeDataset } from '../imports/store-dataset.ts';
import { makeUploads } from './uploads.ts';

export function makeImportsService(context: CoreContext): Service<ImportsApi> {
  const uploads = makeUploads(context);
  const open = (file: GrantedFile): Promise<Source> => openSource(file.path, file.name);
  const begin = () => ({ importedAt: Date.now(), started: performance.now() });

  return {
    beginUpload: ({ name, bytes }) => ({ file: uploads.begin(name, bytes) }),
    uploadChunk: ({ file, offset, bytes }) => ({ received: uploads.append(file, offset, bytes) }),
    dropFile: ({ file }) => {
      uploads.drop(file);
      return null;
    },
    previewImport: async ({ file, options }) => {
      const source = await open(uploads.open(file));
      const dataset = await findDataset(source);
      return dataset === null ? previewBars(source, options ?? {}) : previewDataset(source, dataset);
    },
    importBars: ({ file, options, jobId }) =>
      context.jobs.run(jobId, async (job) => {
        const times = begin();
        const granted = uploads.open(file);
        const db = context.database();
        const imported = await importBarsFrom(await open(granted), options, job);
        job.throwIfCancelled();
        const report = storeBars(db, granted.name, imported, times);
        if (granted.temporary) uploads.drop(file);
        context.emit({ kind: 'series-changed' });
        return report;
      }),
    importDataset: ({ file, jobId }) =>
      context.jobs.run(jobId, async (job) => {
        const times = begin();
        const granted = uploads.open(file);
        const db = context.database();
        job.report('Reading the dataset', 0, null);
        const dataset = await openDataset(await open(granted));
        job.throwIfCancelled();
        const report = storeDataset(db, dataset, times);
        if (granted.temporary) uploads.drop(file);
        context.emit({ kind: 'series-changed' });
        context.emit({ kind: 'windows-changed' });
        return report;
      }),
    listImports: () => listImports(context.database()),
    readImportReport: ({ importId }) => readImport(context.database(), importId),
  };
}

const previewDataset = ({ file, bytes }: Source, { name, windows, series }: Dataset) => ({
  kind: 'dataset' as const,
  file,
  bytes,
  name,
  windows: windows.length,
  spans: windows.reduce((sum, { spans }) => sum + spans.length, 0),
  symbols: series.map(({ symbol }) => symbol),
});
