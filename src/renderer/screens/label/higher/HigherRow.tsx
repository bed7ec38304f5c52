import { useHigherView } from '../../../state/higher-view.ts';
import { ActionKeys } from '../../../ui/ActionKeys.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import style from '../chart-area/ChartMenu.module.css';

/** Of the chart's menu: the pane under the chart. */
export function HigherRow() {
  const { isOpen, set } = useHigherView();
  return (
    <div className={style.row}>
      <Switch label="A higher timeframe" checked={isOpen} onChange={(checked) => set({ isOpen: checked })} data-testid="menu-higher" />
      <ActionKeys action="chart.higher" />
    </div>
  );
}
