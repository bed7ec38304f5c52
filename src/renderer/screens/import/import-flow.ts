import { create } from 'zustand';
import type { BarsPreview, DatasetPreview, DatasetReport, ImportOptions, ImportReport } from '../../../shared/contract/imports.ts';
import type { FileToken, JobId } from '../../../shared/domain/ids.ts';

/** Where an import stands. */
export type ImportStage =
  | { readonly kind: 'choose' }
  | { readonly kind: 'uploading'; readonly name: string; readonly bytes: number; readonly sent: number; readonly abort: AbortController }
  | { readonly kind: 'preview'; readonly file: FileToken; readonly name: string; readonly corrections: Partial<ImportOptions> }
  | { readonly kind: 'importing'; readonly file: FileToken; readonly name: string; readonly jobId: JobId }
  | { readonly kind: 'bars-report'; readonly report: ImportReport }
  | { readonly kind: 'dataset-report'; readonly report: DatasetReport };

interface ImportFlow {
  readonly stage: ImportStage;
  to(stage: ImportStage): void;
}

/** Kept outside of the screen, so that an import goes on while one looks elsewhere. */
export const useImportFlow = create<ImportFlow>()((set) => ({
  stage: { kind: 'choose' },
  to: (stage) => set({ stage }),
}));

export type Preview = BarsPreview | DatasetPreview;
