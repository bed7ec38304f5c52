import { belongsElsewhere } from '../../../labels/belongs-elsewhere.ts';
import type { SpanEditing } from '../editing/use-span-editing.ts';
import type { Overlay } from '../scene/use-overlay.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import style from './Inspector.module.css';
import { useWalkedPredictions } from '../editing/walked-predictions.ts';
import { PredictionCard } from './PredictionCard.tsx';
import { PredictionList } from './PredictionList.tsx';
import { SceneHead } from './SceneHead.tsx';
import { SpanEditor } from './SpanEditor.tsx';
import { SpanElsewhere } from './SpanElsewhere.tsx';
import { SpanList } from './SpanList.tsx';

interface InspectorProps {
  readonly scene: Scene;
  readonly overlay: Overlay;
  readonly editing: SpanEditing;
}

export function Inspector({ scene, overlay, editing }: InspectorProps) {
  const selectedId = useSession((session) => session.selectedId);
  const goneTo = useSession((session) => session.prediction);
  const walked = useWalkedPredictions(scene, overlay);
  const chosen = goneTo === null ? null : walked.chosen();
  const selected = scene.spans.find((span) => span.id === selectedId);
  const isElsewhere = selected !== undefined && belongsElsewhere(selected, scene.window?.id ?? null);
  return (
    <>
      <SceneHead scene={scene} />
      <div className={style.scroll} data-area="inspector">
        <SpanList scene={scene} />
        {chosen !== null && <PredictionCard prediction={chosen} scene={scene} />}
        {selected === undefined &&
          (['first', 'second'] as const).map((rank) => {
            const { prediction } = overlay[rank];
            const title = overlay.second.run === null ? 'Predicted spans' : prediction?.name;
            return prediction !== null && <PredictionList key={rank} scene={scene} rank={rank} title={title ?? ''} spans={prediction.spans} />;
          })}
        {selected !== undefined && !isElsewhere && <SpanEditor key={selected.id} span={selected} scene={scene} editing={editing} />}
        {selected !== undefined && isElsewhere && <SpanElsewhere span={selected} />}
      </div>
    </>
  );
}
