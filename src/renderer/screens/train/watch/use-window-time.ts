import type { WatchableWindow } from '../../../../shared/contract/training.ts';
import { useSeriesList } from '../../../rpc/queries.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { formatBarClock, formatDay } from '../../../ui/format/time.ts';

/** '9 Mar 2011 14:30' in the zone that the person sees times in, with the symbol where there are several. */
export function useWindowTime(): (window: Pick<WatchableWindow, 'seriesId' | 'startTime'>) => string {
  const { data: all = [] } = useSeriesList();
  const chosenZone = useViewOptions((view) => view.timeZone);
  return ({ seriesId, startTime }) => {
    const series = all.find(({ id }) => id === seriesId);
    const zone = chosenZone ?? series?.timeZone ?? 'UTC';
    const timeframe = series?.timeframeMs ?? 60_000;
    const clock = timeframe >= 86_400_000 ? '' : formatBarClock(startTime, zone, timeframe);
    return [all.length > 1 ? series?.symbol : '', formatDay(startTime, zone), clock].filter(Boolean).join(' ');
  };
}
