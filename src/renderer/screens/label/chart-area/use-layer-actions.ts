import { useActions } from '../../../actions/actions-context.tsx';
import { useViewOptions } from '../../../state/view-options.ts';

/** Keys of what the chart's menu shows and hides. */
export function useLayerActions(): void {
  const toggle = useViewOptions((view) => view.toggle);
  useActions({
    'chart.days': () => toggle('days'),
    'chart.ema': () => toggle('ema'),
    'chart.vwap': () => toggle('vwap'),
    'chart.atr': () => toggle('atr'),
    'chart.features': () => toggle('features'),
  });
}
