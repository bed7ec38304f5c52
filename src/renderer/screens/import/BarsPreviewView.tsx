import type { AppError } from '../../../shared/contract/errors.ts';
import type { BarsPreview, ImportOptions } from '../../../shared/contract/imports.ts';
import { Button } from '../../ui/Button.tsx';
import { focusOnArrival } from '../../ui/focus-on-arrival.ts';
import { formatBytes } from '../../ui/format/bytes.ts';
import { Notice } from '../../ui/Notice.tsx';
import { OptionFields } from './OptionFields.tsx';
import style from './PreviewStage.module.css';
import { PreviewTable } from './PreviewTable.tsx';

interface BarsPreviewViewProps {
  readonly preview: BarsPreview;
  /** Why the last correction could not be followed. */
  readonly problem: AppError | null;
  /** What is shown does not answer the last correction yet. */
  readonly isStale: boolean;
  readonly onCorrect: (change: Partial<ImportOptions>) => void;
  readonly onImport: () => void;
  readonly onLeave: () => void;
}

/** How a file of bars is read, beside what may be corrected. */
export function BarsPreviewView({ preview, problem, isStale, onCorrect, onImport, onLeave }: BarsPreviewViewProps) {
  const canImport = !isStale && preview.options.symbol.trim() !== '' && preview.bars.some((bar) => bar !== null);
  return (
    <div className={style.stage} data-testid="bars-preview">
      <header className={style.head}>
        <h1 className={style.title}>{preview.file}</h1>
        <span className={style.detail}>
          {preview.formatName} · {formatBytes(preview.bytes)}
        </span>
        <span className={style.spacer} />
        <Button onClick={onLeave}>Cancel</Button>
        <Button ref={focusOnArrival} look="primary" disabled={!canImport} onClick={onImport} data-testid="import-now">
          Import
        </Button>
      </header>
      <div className={style.main}>
        <div className={style.notes}>
          {problem !== null && (
            <Notice tone="bad" nextStep={problem.nextStep}>
              {problem.message}
            </Notice>
          )}
          {preview.notes.map((note) => (
            <Notice key={note} tone="note">
              {note}
            </Notice>
          ))}
        </div>
        <PreviewTable preview={preview} isStale={isStale} onCorrect={onCorrect} />
      </div>
      <aside className={style.side} aria-label="How the file is read" data-area>
        <OptionFields preview={preview} onCorrect={onCorrect} />
      </aside>
    </div>
  );
}
