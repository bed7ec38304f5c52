import { useEffect, useState } from 'react';
import { Throttle } from '../chart/throttle.ts';

/**
 * The value, renewed at most once in so long: what is drawn must not keep a processor busy that a training computes on.
 * null: at once, now that nothing comes any more.
 */
export function useThrottled<T extends object>(value: T, intervalMs: number | null): T {
  const [shown, setShown] = useState(value);
  const [throttle] = useState(() => new Throttle<T>(intervalMs ?? 0, setShown));
  useEffect(() => throttle.push(value), [throttle, value]);
  useEffect(() => () => throttle.cancel(), [throttle]);
  return intervalMs === null ? value : shown;
}
