import type { DatasetPreview } from '../../../shared/contract/imports.ts';
import { Button } from '../../ui/Button.tsx';
import { formatBytes } from '../../ui/format/bytes.ts';
import { focusOnArrival } from '../../ui/focus-on-arrival.ts';
import { formatQuantity } from '../../ui/format/number.ts';
import { Notice } from '../../ui/Notice.tsx';
import style from './ImportScreen.module.css';

interface DatasetPreviewViewProps {
  readonly preview: DatasetPreview;
  readonly onImport: () => void;
  readonly onLeave: () => void;
}

export function DatasetPreviewView({ preview, onImport, onLeave }: DatasetPreviewViewProps) {
  return (
    <div className={style.page}>
      <div className={style.busy} data-testid="dataset-preview">
        <h1 className={style.dropTitle}>{preview.name}</h1>
        <p>
          A labelled dataset ({preview.file}, {formatBytes(preview.bytes)}): {formatQuantity(preview.windows, 'reviewed window')} with{' '}
          {formatQuantity(preview.spans, 'span')} on {preview.symbols.join(', ')}.
        </p>
        <Notice tone="note">Its bars become series of their own, so that they never mix with bars from elsewhere; its split is kept.</Notice>
        <div className={style.buttons}>
          <Button onClick={onLeave}>Cancel</Button>
          <Button ref={focusOnArrival} look="primary" onClick={onImport} data-testid="import-now">
            Import
          </Button>
        </div>
      </div>
    </div>
  );
}
