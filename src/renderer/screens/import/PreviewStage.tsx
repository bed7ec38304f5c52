import { toAppError } from '../../../shared/contract/errors.ts';
import { useCore } from '../../rpc/core-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { focusOnArrival } from '../../ui/focus-on-arrival.ts';
import { Notice } from '../../ui/Notice.tsx';
import { BarsPreviewView } from './BarsPreviewView.tsx';
import { addCorrection } from './corrections.ts';
import { DatasetPreviewView } from './DatasetPreviewView.tsx';
import { useImportFlow, type ImportStage } from './import-flow.ts';
import style from './ImportScreen.module.css';
import { dropPreviewed, importPreviewed, usePreview } from './use-importing.ts';

export function PreviewStage({ stage }: { readonly stage: Extract<ImportStage, { kind: 'preview' }> }) {
  const core = useCore();
  const to = useImportFlow((flow) => flow.to);
  const { data: preview, error, isPlaceholderData, isFetching } = usePreview(stage.file, stage.corrections);
  const leave = () => dropPreviewed(core, stage.file);
  if (preview === undefined) {
    return (
      <div className={style.page}>
        <div className={style.busy}>
          {error === null ? <output>Recognising {stage.name}…</output> : <Refusal error={error} />}
          <Button key={error === null ? 'waiting' : 'refused'} ref={error === null ? undefined : focusOnArrival} onClick={leave}>
            Choose another file
          </Button>
        </div>
      </div>
    );
  }
  const start = () => void importPreviewed(core, stage.file, preview);
  if (preview.kind === 'dataset') return <DatasetPreviewView preview={preview} onImport={start} onLeave={leave} />;
  return (
    <BarsPreviewView
      preview={preview}
      problem={error === null ? null : toAppError(error)}
      isStale={isPlaceholderData || isFetching || error !== null}
      onCorrect={(change) => to({ ...stage, corrections: addCorrection(stage.corrections, change) })}
      onImport={start}
      onLeave={leave}
    />
  );
}

function Refusal({ error }: { readonly error: unknown }) {
  const { message, nextStep } = toAppError(error);
  return (
    <Notice tone="bad" nextStep={nextStep} data-testid="import-refusal">
      {message}
    </Notice>
  );
}
