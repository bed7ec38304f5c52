import { BrainCircuit } from 'lucide-react';
import type { RunId } from '../../../../shared/domain/ids.ts';
import { useWorkspace, goTo } from '../../../state/workspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatQuantity } from '../../../ui/format/number.ts';
import { Select } from '../../../ui/Select.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import { PredictSeries } from '../../../training/PredictSeries.tsx';
import type { Overlay } from '../scene/use-overlay.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import style from './ChartArea.module.css';

/** Whose predictions lie over the bars, and from which probability on they count. */
export function OverlayBar({ scene, overlay }: { readonly scene: Scene; readonly overlay: Overlay }) {
  const { run, runs, prediction } = overlay;
  return (
    <div className={style.bar} role="toolbar" aria-label="Predictions" data-area>
      <BrainCircuit size={15} aria-hidden />
      {runs.length === 0 ? <NoRuns /> : <RunSelect overlay={overlay} />}
      {run !== null && <Threshold threshold={overlay.threshold} />}
      {prediction !== null && (
        <span className={style.word} data-testid="prediction-count">
          {formatQuantity(prediction.spans.length, 'predicted span')}
        </span>
      )}
      {run !== null && overlay.isMissing && <PredictSeries runId={run.id} seriesId={scene.series.id} isNeeded />}
    </div>
  );
}

function NoRuns() {
  return (
    <>
      <span className={style.word}>No trained run yet.</span>
      <Button look="quiet" onClick={() => goTo('train')}>
        Train one
      </Button>
    </>
  );
}

function RunSelect({ overlay }: { readonly overlay: Overlay }) {
  const set = useWorkspace((workspace) => workspace.set);
  const options = [
    { value: null as RunId | null, label: 'No predictions' },
    ...overlay.runs.map((run) => ({ value: run.id as RunId | null, label: run.name, detail: `#${run.id}` })),
  ];
  return (
    <Select
      label="Predictions of run"
      className={style.run}
      value={overlay.run?.id ?? null}
      options={options}
      onChange={(overlayRunId) => {
        useSession.getState().set({ threshold: null });
        set({ overlayRunId });
      }}
      data-testid="run-select"
    />
  );
}

function Threshold({ threshold }: { readonly threshold: number }) {
  const set = useSession((session) => session.set);
  return (
    <div className={style.threshold} title="Bars at or above it are decoded into predicted spans">
      <span className={style.word}>Threshold</span>
      <Slider label="Threshold" value={threshold} min={0.01} max={0.99} step={0.01} onChange={(value) => set({ threshold: value })} data-testid="threshold" />
      <span>{threshold.toFixed(2)}</span>
    </div>
  );
}
