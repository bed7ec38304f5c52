import { BrainCircuit, Scale } from 'lucide-react';
import type { RunId } from '../../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../../shared/domain/run.ts';
import { useWorkspace, goTo } from '../../../state/workspace.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { Button } from '../../../ui/Button.tsx';
import { formatCount, formatQuantity } from '../../../ui/format/number.ts';
import { Select, type SelectOption } from '../../../ui/Select.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import { PredictSeries } from '../../../training/PredictSeries.tsx';
import type { Overlay } from '../scene/use-overlay.ts';
import type { Scene } from '../scene/use-scene.ts';
import style from './ChartArea.module.css';

/** Whose predictions lie over the bars, of one run or of two, and from which probability on they count. */
export function OverlayBar({ scene, overlay }: { readonly scene: Scene; readonly overlay: Overlay }) {
  const { first, second } = overlay;
  const missing = [first, second].find(({ isMissing }) => isMissing)?.run;
  return (
    <div className={style.bar} role="toolbar" aria-label="Predictions" data-area>
      <BrainCircuit size={15} aria-hidden />
      {overlay.runs.length === 0 ? <NoRuns /> : <RunSelect overlay={overlay} />}
      {first.run !== null && overlay.runs.length > 1 && <SecondRunSelect overlay={overlay} />}
      {second.run !== null && <BackToComparison />}
      {first.run !== null && <Threshold threshold={first.threshold} />}
      {first.prediction !== null && (
        <span className={style.word} data-testid="prediction-count">
          {second.prediction === null ? formatQuantity(first.prediction.spans.length, 'predicted span') : `${formatCount(first.prediction.spans.length)} and ${formatQuantity(second.prediction.spans.length, 'predicted span')}`}
        </span>
      )}
      {missing != null && <PredictSeries key={missing.id} runId={missing.id} seriesId={scene.series.id} isNeeded />}
    </div>
  );
}

function BackToComparison() {
  const isCompared = useWorkspace(({ compared }) => compared.length > 1);
  if (!isCompared) return null;
  return (
    <ActionButton action="go.compare">
      <Scale size={14} aria-hidden /> <span className={style.modeText}>Comparison</span>
    </ActionButton>
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
  return (
    <Select
      label="Predictions of run"
      className={style.run}
      value={overlay.first.run?.id ?? null}
      options={[{ value: null, label: 'No predictions' }, ...overlay.runs.map(runOption)]}
      onChange={(overlayRunId) => set({ overlayRunId, overlayThreshold: null })}
      data-testid="run-select"
    />
  );
}

function SecondRunSelect({ overlay: { runs, first, second } }: { readonly overlay: Overlay }) {
  const set = useWorkspace((workspace) => workspace.set);
  return (
    <Select
      label="Predictions of a second run"
      className={style.run}
      value={second.run?.id ?? null}
      options={[{ value: null, label: 'No second run' }, ...runs.filter(({ id }) => id !== first.run?.id).map(runOption)]}
      onChange={(secondRunId) => set({ secondRunId })}
      data-testid="second-run-select"
    />
  );
}

const runOption = ({ id, name }: RunSummary): SelectOption<RunId | null> => ({ value: id, label: name, detail: `#${id}` });

function Threshold({ threshold }: { readonly threshold: number }) {
  const set = useWorkspace((workspace) => workspace.set);
  return (
    <div className={style.threshold} title="Bars at or above it are decoded into predicted spans">
      <span className={style.word}>Threshold</span>
      <Slider label="Threshold" value={threshold} min={0.01} max={0.99} step={0.01} onChange={(value) => set({ overlayThreshold: value })} data-testid="threshold" />
      <span>{threshold.toFixed(2)}</span>
    </div>
  );
}
