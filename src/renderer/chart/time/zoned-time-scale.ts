import { defaultHorzScaleBehavior, type IHorzScaleBehavior, type Mutable, type TickMarkWeightValue, type Time, type TimeScalePoint, type UTCTimestamp } from 'lightweight-charts';
import type { ZoneClock } from '../../../shared/calendar/zone-clock.ts';
import { tickWeight } from './tick-weight.ts';

const TimeScaleBehaviour = defaultHorzScaleBehavior();

/**
 * lightweight-charts finds the days and hours of its axis in UTC. Here they are found in a zone, while the bars keep
 * their own times: shifting them instead would make two bars of the repeated hour in autumn collide.
 */
class ZonedTimeScale extends TimeScaleBehaviour {
  readonly #clock: ZoneClock;

  constructor(clock: ZoneClock) {
    super();
    this.#clock = clock;
  }

  override fillWeightsForPoints(points: readonly Mutable<TimeScalePoint>[], startIndex: number): void {
    const local = (index: number): Date => this.#clock.local((points[index].originalTime as UTCTimestamp) * 1000);
    if (startIndex === 0 && points.length > 0) points[0].timeWeight = 0 as TickMarkWeightValue;
    const first = Math.max(startIndex, 1);
    if (first >= points.length) return;
    let previous = local(first - 1);
    for (let i = first; i < points.length; i += 1) {
      const current = local(i);
      points[i].timeWeight = tickWeight(previous, current) as TickMarkWeightValue;
      previous = current;
    }
  }
}

export const zonedTimeScale = (clock: ZoneClock): IHorzScaleBehavior<Time> => new ZonedTimeScale(clock);
