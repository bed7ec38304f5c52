import type { WindowTake } from '../../../../shared/queue/window-take.ts';
import type { SelectOption } from '../../../ui/Select.tsx';

export type TakeName = 'every' | 'random' | 'session' | 'volatility' | 'rule';

export const TAKE_OPTIONS: readonly SelectOption<TakeName>[] = [
  { value: 'every', label: 'Every one', note: 'One after the other over the whole range.' },
  { value: 'random', label: 'Some at random', note: 'Each as likely as the other: figures then hold for the whole range.' },
  { value: 'session', label: 'Some, evenly over the day', note: 'As many from each part of four hours by the clock of the series.' },
  { value: 'volatility', label: 'Some, evenly from calm to wild', note: 'As many from each fifth by true range.' },
  { value: 'rule', label: 'Where price moves fast', note: 'Around the fastest six bars for their surroundings, which lie anywhere in the window.' },
];

/** What flatters, or is missed, with windows that were chosen so; null: nothing. */
export function takeCaution(take: TakeName): string | null {
  if (take === 'rule') return 'Quiet hours are hardly among such windows: a model that learned from them alone marks too much elsewhere. Make some at random as well.';
  return null;
}

export function takeOf(name: TakeName, count: number, seed: number): WindowTake {
  if (name === 'every') return { kind: 'every' };
  return name === 'session' || name === 'volatility' ? { kind: 'stratified', by: name, count, seed } : { kind: name, count, seed };
}
