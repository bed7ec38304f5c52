import { expect, it } from 'vitest';
import { ACTIONS } from '../../../../src/renderer/actions/action-definitions.ts';
import { listenForKeys } from '../../../../src/renderer/actions/listen-for-keys.ts';

function pressedActions(...keys: readonly string[]): readonly string[] {
  const target = new EventTarget();
  const asked: string[] = [];
  const stop = listenForKeys(target, ACTIONS, (_key, ids) => asked.push(...ids));
  for (const key of keys) target.dispatchEvent(Object.assign(new Event('keydown'), { key, code: `Key${key.toUpperCase()}`, getModifierState: () => false }));
  stop();
  return asked;
}

it('takes sequences and single keys for what they are', () => {
  expect(pressedActions('g', 't')).toEqual(['go.train']);
  expect(pressedActions('t')).toEqual(['span.type']);
});

it('waits for nothing more once a sequence is complete', () => {
  expect(pressedActions('g', 'p', 'g', 'l')).toEqual(['go.projects', 'go.label']);
  expect(pressedActions('g', 'l', 't')).toEqual(['go.label', 'span.type']);
});

it('hears nothing after it was ended', () => {
  const target = new EventTarget();
  let count = 0;
  listenForKeys(target, ACTIONS, () => (count += 1))();
  target.dispatchEvent(Object.assign(new Event('keydown'), { key: 't', code: 'KeyT', getModifierState: () => false }));
  expect(count).toBe(0);
});
