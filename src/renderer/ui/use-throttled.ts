import { useEffect, useState } from 'react';
import { Throttle } from '../chart/throttle.ts';

/** The value, renewed at most once in so long: what is drawn must not keep a processor busy that a training computes on. */
export function useThrottled<T extends object>(value: T, intervalMs: number): T {
  const [shown, setShown] = useState(value);
  const [throttle] = useState(() => new Throttle<T>(intervalMs, setShown));
  useEffect(() => throttle.push(value), [throttle, value]);
  useEffect(() => () => throttle.cancel(), [throttle]);
  return shown;
}
