import { SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ActionId } from '../../../actions/action-definitions.ts';
import type { ChartLayers } from '../../../chart/chart-types.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { ActionKeys } from '../../../ui/ActionKeys.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Popover } from '../../../ui/Popover.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { HigherRow } from '../higher/HigherRow.tsx';
import style from './ChartMenu.module.css';

/** What else can be shown on the chart, beside what the toolbar has a button for. */
export function ChartMenu({ hasVolume }: { readonly hasVolume: boolean }) {
  return (
    <Popover
      label="More on the chart"
      data-testid="chart-menu"
      trigger={
        <Button look="quiet" size="icon" aria-label="More on the chart" title="More on the chart" data-testid="open-chart-menu">
          <SlidersHorizontal size={15} aria-hidden />
        </Button>
      }
    >
      <Row action="chart.days" layer="days">
        Days and regular hours
      </Row>
      <Row action="chart.ema" layer="ema">
        EMA 20 and 50
      </Row>
      <Row action="chart.vwap" layer="vwap" disabled={!hasVolume}>
        VWAP of the day
      </Row>
      <Row action="chart.atr" layer="atr">
        ATR 14
      </Row>
      <Row action="chart.features" layer="features">
        Features of the model
      </Row>
      <HigherRow />
    </Popover>
  );
}

interface RowProps {
  readonly action: ActionId;
  readonly layer: keyof ChartLayers;
  readonly disabled?: boolean;
  readonly children: string;
}

function Row({ action, layer, disabled = false, children }: RowProps): ReactNode {
  const { show, toggle } = useViewOptions();
  return (
    <div className={style.row}>
      <Switch label={children} checked={show[layer] && !disabled} disabled={disabled} onChange={() => toggle(layer)} data-testid={`menu-${layer}`} />
      <ActionKeys action={action} />
    </div>
  );
}
