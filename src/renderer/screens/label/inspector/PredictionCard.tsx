import { CONFIDENCE_STEPS } from '../../../../shared/domain/span.ts';
import type { ActionId } from '../../../actions/action-definitions.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { ActionKeys } from '../../../ui/ActionKeys.tsx';
import { formatFigure } from '../../../ui/format/number.ts';
import { formatBarClock } from '../../../ui/format/time.ts';
import { Group } from '../../../ui/Group.tsx';
import { useViewOptions } from '../../../state/view-options.ts';
import type { WalkedPrediction } from '../editing/walked-predictions.ts';
import type { Scene } from '../scene/use-scene.ts';
import style from './Inspector.module.css';

/** What a predicted span that was gone to says, and how it becomes a label. */
export function PredictionCard({ prediction, scene }: { readonly prediction: WalkedPrediction; readonly scene: Scene }) {
  const { series } = scene;
  const zone = useViewOptions((view) => view.timeZone) ?? series.timeZone;
  return (
    <section className={style.editor} aria-label="The selected prediction" data-testid="prediction-card">
      <div className={style.titleLine}>
        <strong>
          {formatBarClock(prediction.startTime, zone, series.timeframeMs)} – {formatBarClock(prediction.endTime, zone, series.timeframeMs)}
        </strong>
        <span className={style.place}>score {formatFigure(prediction.score)}</span>
      </div>
      <div>
        <span className={style.caption}>Make it a label, with confidence</span>
        <Group label="Confidence" className={style.digits}>
          {CONFIDENCE_STEPS.map((value, index) => (
            <ActionButton key={value} action={`span.confidence-${index + 1}` as ActionId}>
              {index + 1}
            </ActionButton>
          ))}
          <ActionButton action="review.accept">Accept</ActionButton>
        </Group>
      </div>
      <p className={style.hint}>
        <ActionKeys action="move.left" /> <ActionKeys action="move.right" /> make a label of it with an edge moved; <ActionKeys action="span.edge" /> chooses the edge.
      </p>
    </section>
  );
}
