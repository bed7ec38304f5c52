import { Button } from '../../ui/Button.tsx';
import { formatBytes } from '../../ui/format/bytes.ts';
import { Progress } from '../../ui/Progress.tsx';
import type { ImportStage } from './import-flow.ts';
import style from './ImportScreen.module.css';

export function UploadProgress({ stage }: { readonly stage: Extract<ImportStage, { kind: 'uploading' }> }) {
  return (
    <div className={style.page}>
      <div className={style.busy}>
        <Progress text={`Reading ${stage.name}`} done={stage.sent} total={stage.bytes} detail={`${formatBytes(stage.sent)} of ${formatBytes(stage.bytes)}`} />
        <Button onClick={() => stage.abort.abort()}>Cancel</Button>
      </div>
    </div>
  );
}
