import { Hand, Magnet, Maximize2, PencilLine, ScanLine, ZoomIn, ZoomOut, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ActionId } from '../../../actions/action-definitions.ts';
import type { ChartLayers, ChartMode } from '../../../chart/chart-types.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { ActionKeys } from '../../../ui/ActionKeys.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Group } from '../../../ui/Group.tsx';
import { goHomeAfterMouse } from '../../../ui/keyboard-home.ts';
import { Select } from '../../../ui/Select.tsx';
import { Tooltip } from '../../../ui/Tooltip.tsx';
import { Retrain } from '../retrain/Retrain.tsx';
import type { Overlay } from '../scene/use-overlay.ts';
import type { Scene } from '../scene/use-scene.ts';
import style from './ChartArea.module.css';
import { ChartMenu } from './ChartMenu.tsx';
import { zoneOptions } from './zone-options.ts';

/** How the chart is looked at. The toggles are its legend as well. */
export function ChartToolbar({ scene, overlay }: { readonly scene: Scene; readonly overlay: Overlay }) {
  const { mode, timeZone, snapToSwings, set } = useViewOptions();
  return (
    <div className={style.bar} role="toolbar" aria-label="Chart" data-area>
      <Group label="A drag on the bars" className={style.modes} data-mode={mode} data-testid="chart-mode">
        <Mode mode="label" icon={PencilLine} explanation="A drag marks a span">
          Label
        </Mode>
        <Mode mode="pan" icon={Hand} explanation="A drag scrolls">
          Pan
        </Mode>
      </Group>
      <div className={style.group}>
        <ActionButton action="chart.snap" look="quiet" size="icon" aria-pressed={snapToSwings}>
          <Magnet size={15} aria-hidden />
        </ActionButton>
        <ActionButton action="chart.zoom-out" look="quiet" size="icon">
          <ZoomOut size={16} aria-hidden />
        </ActionButton>
        <ActionButton action="chart.zoom-in" look="quiet" size="icon">
          <ZoomIn size={16} aria-hidden />
        </ActionButton>
        <ActionButton action="chart.fit" look="quiet" size="icon" disabled={scene.window === null}>
          <ScanLine size={16} aria-hidden />
        </ActionButton>
        <ActionButton action="chart.whole" look="quiet" size="icon">
          <Maximize2 size={15} aria-hidden />
        </ActionButton>
      </div>
      <div className={style.group}>
        <Layer action="chart.labels" layer="labels" swatch={style.labels}>
          Labels
        </Layer>
        <Layer action="chart.predictions" layer="predictedSpans" swatch={style.predicted}>
          Predicted
        </Layer>
        <Layer action="chart.probability" layer="probability" swatch={style.probability}>
          Probability
        </Layer>
        <Layer action="chart.soft-mask" layer="softMask" swatch={style.target}>
          Target
        </Layer>
        <Layer action="chart.volume" layer="volume" swatch={style.volume} disabled={!scene.series.hasVolume}>
          Volume
        </Layer>
        <ChartMenu hasVolume={scene.series.hasVolume} />
      </div>
      <span className={style.spacer} />
      <Retrain scene={scene} overlay={overlay} />
      <Select
        label="Time zone"
        className={style.zone}
        value={timeZone}
        options={zoneOptions(scene.series.timeZone)}
        onChange={(chosen) => set({ timeZone: chosen })}
        data-testid="time-zone"
      />
    </div>
  );
}

interface ModeProps {
  readonly mode: ChartMode;
  readonly icon: LucideIcon;
  readonly explanation: string;
  readonly children: ReactNode;
}

function Mode({ mode, icon: Icon, explanation, children }: ModeProps) {
  const { mode: current, set } = useViewOptions();
  return (
    <Tooltip
      text={
        <>
          {explanation} <ActionKeys action="chart.mode" />
        </>
      }
    >
      <Button
        look="quiet"
        aria-pressed={mode === current}
        onClick={(event) => {
          goHomeAfterMouse(event);
          set({ mode });
        }}
      >
        <Icon size={15} aria-hidden />
        <span className={style.modeText}>{children}</span>
      </Button>
    </Tooltip>
  );
}

interface LayerProps {
  readonly action: ActionId;
  readonly layer: keyof ChartLayers;
  readonly swatch: string;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

function Layer({ action, layer, swatch, disabled = false, children }: LayerProps) {
  const isOn = useViewOptions((view) => view.show[layer]);
  return (
    <ActionButton action={action} look="quiet" aria-pressed={isOn && !disabled} disabled={disabled} className={style.toggle}>
      <span className={`${style.swatch} ${swatch}`} aria-hidden />
      <span className={style.toggleText}>{children}</span>
    </ActionButton>
  );
}
