import { assertNever } from '../../../shared/domain/assert-never.ts';
import { BarsReport } from './BarsReport.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { DatasetDone } from './DatasetDone.tsx';
import { useImportFlow } from './import-flow.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { PreviewStage } from './PreviewStage.tsx';
import { UploadProgress } from './UploadProgress.tsx';
import { useIncoming } from './use-importing.ts';

/** From a file to bars in the project: choose, see how it is read, import, read the report. */
export function ImportScreen() {
  useIncoming();
  const { stage, to } = useImportFlow();
  const leave = () => to({ kind: 'choose' });
  switch (stage.kind) {
    case 'choose':
      return <ChooseFile />;
    case 'uploading':
      return <UploadProgress stage={stage} />;
    case 'preview':
      return <PreviewStage key={stage.file} stage={stage} />;
    case 'importing':
      return <ImportProgress stage={stage} />;
    case 'bars-report':
      return <BarsReport report={stage.report} onLeave={leave} />;
    case 'dataset-report':
      return <DatasetDone report={stage.report} onLeave={leave} />;
    default:
      return assertNever(stage);
  }
}
