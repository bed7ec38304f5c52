import { Check, SkipForward, Undo } from 'lucide-react';
import { formatTimeframe } from '../../../../shared/domain/timeframe.ts';
import type { LabelWindow } from '../../../../shared/domain/window.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { Badge, type BadgeTone } from '../../../ui/Badge.tsx';
import { formatCount, formatQuantity } from '../../../ui/format/number.ts';
import { formatBarClock, formatBarTime } from '../../../ui/format/time.ts';
import type { Scene } from '../scene/use-scene.ts';
import style from './Inspector.module.css';

const TONES: Readonly<Record<LabelWindow['state'], BadgeTone>> = { pending: 'plain', reviewed: 'good', skipped: 'warning' };

/** Which window this is and what is decided of it; on the free chart, which series. */
export function SceneHead({ scene }: { readonly scene: Scene }) {
  const { series, window, position } = scene;
  return (
    <div className={style.head} data-area>
      <div className={style.titleLine}>
        <h2 className={style.title}>
          {series.symbol} {formatTimeframe(series.timeframeMs)}
        </h2>
        <span className={style.place}>{position === null ? 'Free chart' : `Window ${formatCount(position + 1)}`}</span>
      </div>
      {window === null ? (
        <p className={style.facts}>{formatQuantity(series.barCount, 'bar')}. Spans marked here describe every window that holds them; those of single windows are shown, and changed in their windows.</p>
      ) : (
        <WindowFacts scene={scene} window={window} />
      )}
    </div>
  );
}

function WindowFacts({ scene, window }: { readonly scene: Scene; readonly window: LabelWindow }) {
  const { series } = scene;
  const zone = useViewOptions((view) => view.timeZone) ?? series.timeZone;
  const from = formatBarTime(window.startTime, zone, series.timeframeMs);
  const to = formatBarClock(window.endTime, zone, series.timeframeMs);
  return (
    <>
      <p className={style.facts} aria-busy={scene.bars === null} data-testid="window-facts" data-window={window.id} data-start={window.startTime}>
        {from} – {to}, {formatQuantity(window.length, 'bar')}
      </p>
      <div>
        <Badge tone={TONES[window.state]}>
          <span data-testid="window-state">{window.state}</span>
        </Badge>{' '}
        {window.split !== null && <Badge>{window.split} part</Badge>} {window.skipReason !== '' && <span className={style.facts}>{window.skipReason}</span>}
      </div>
      <div className={style.decide}>
        <ActionButton action="window.complete" look={window.state === 'reviewed' ? 'normal' : 'primary'}>
          <Check size={15} aria-hidden /> {window.state === 'reviewed' ? 'Next pending' : 'Complete'}
        </ActionButton>
        {window.state === 'pending' ? (
          <ActionButton action="window.skip">
            <SkipForward size={15} aria-hidden /> Skip…
          </ActionButton>
        ) : (
          <ActionButton action="window.reopen">
            <Undo size={15} aria-hidden /> Reopen
          </ActionButton>
        )}
      </div>
    </>
  );
}
