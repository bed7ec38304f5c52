import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ACTIONS, actionById } from '../../../../src/renderer/actions/action-definitions.ts';
import { compareKeys, findKeyClashes } from '../../../../src/renderer/actions/key-clashes.ts';
import { listenForKeys } from '../../../../src/renderer/actions/listen-for-keys.ts';

interface Press {
  readonly key: string;
  readonly code: string;
  readonly held: readonly string[];
}

// A small keyboard: signs with and without Shift, where they are, and what may be held.
const SIGNS = [
  ['a', 'A', 'KeyA'],
  ['b', 'B', 'KeyB'],
  ['1', '!', 'Digit1'],
  ['/', '?', 'Slash'],
  ['[', '{', 'BracketLeft'],
  ['ArrowLeft', 'ArrowLeft', 'ArrowLeft'],
] as const;
const PRESSES: readonly Press[] = SIGNS.flatMap(([plain, shifted, code]) =>
  [[], ['Alt'], ['Control']].flatMap((held) => [
    { key: plain, code, held },
    { key: shifted, code, held: [...held, 'Shift'] },
  ]),
);

function firedBy(presses: readonly Press[], first: string, second: string): readonly string[] {
  const [one, other] = [actionById('chart.fit'), actionById('chart.volume')];
  const target = new EventTarget();
  const fired: string[] = [];
  const stop = listenForKeys(target, [{ ...one, keys: [first] }, { ...other, keys: [second] }], (_key, ids) => fired.push(...ids.map((id) => (id === one.id ? 'first' : 'second'))));
  for (const { key, code, held } of presses) {
    target.dispatchEvent(Object.assign(new Event('keydown'), { key, code, getModifierState: (modifier: string) => held.includes(modifier) }));
  }
  stop();
  return fired;
}

const single = PRESSES.map((press) => [press]);
const double = PRESSES.filter(({ held }) => held.length === 0).flatMap((one) => PRESSES.map((other) => [one, other]));
const NEVER_PRESSED = 'F12';
const waysByKey = new Map<string, readonly (readonly Press[])[]>();

/** Every way to press a key that nothing else stands beside. */
function waysTo(key: string): readonly (readonly Press[])[] {
  const ways = waysByKey.get(key) ?? (key.includes(' ') ? double : single).filter((presses) => firedBy(presses, key, NEVER_PRESSED).length > 0);
  waysByKey.set(key, ways);
  return ways;
}

/** Whether somebody who presses one of the keys, in any way that the keyboard allows, gets something else than that key alone. */
function disturbEachOther(first: string, second: string): boolean {
  const disturbs = (key: string, other: string) => waysTo(key).some((presses) => firedBy(presses, key, other).join() !== 'first');
  return disturbs(first, second) || disturbs(second, first);
}

beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterAll(() => void vi.restoreAllMocks());

const press = fc
  .tuple(fc.constantFrom('', 'Shift+', '[Shift]+', 'Alt+', '$mod+', '$mod+Shift+'), fc.constantFrom('a', 'b', 'KeyA', '1', 'Digit1', '[', 'BracketLeft', 'ArrowLeft', '?', '/'))
  .map(([held, key]) => held + key);
const sequence = fc.tuple(fc.constantFrom('a', 'b', '1'), fc.constantFrom('a', 'b', 'Shift+a', '1')).map((presses) => presses.join(' '));

describe('a clash of two keys', () => {
  it('is told wherever the listener could not tell them apart', () => {
    fc.assert(
      fc.property(fc.oneof(press, press, sequence), fc.oneof(press, press, sequence), (first, second) => {
        if (disturbEachOther(first, second)) expect([first, second, compareKeys(first, second)]).not.toEqual([first, second, null]);
      }),
      { numRuns: 150 },
    );
  });

  it('is told nowhere else, of keys that the keyboard has', () => {
    const real = fc.oneof(fc.constantFrom('a', 'Shift+a', 'Alt+KeyA', 'b', '1', '[Shift]+!', '[Shift]+?', '/', 'BracketLeft', 'Shift+BracketLeft', '$mod+a', '$mod+Shift+a', 'Shift+ArrowLeft'), sequence);
    fc.assert(
      fc.property(real, real, (first, second) => {
        expect([first, second, compareKeys(first, second) !== null]).toEqual([first, second, disturbEachOther(first, second)]);
      }),
      { numRuns: 150 },
    );
  });

  it('says the same from both sides', () => {
    const turned = { same: 'same', begins: 'continues', continues: 'begins' } as const;
    fc.assert(
      fc.property(fc.oneof(press, sequence), fc.oneof(press, sequence), (first, second) => {
        const kind = compareKeys(first, second);
        expect(compareKeys(second, first)).toBe(kind === null ? null : turned[kind]);
      }),
    );
  });
});

describe('clashes between actions', () => {
  it('are none among the first keys', () => {
    expect(ACTIONS.flatMap(({ id, keys }) => findKeyClashes(ACTIONS, id, keys).map(({ other }) => [id, other.id]))).toEqual([]);
  });

  it('name the other action and its key', () => {
    expect(findKeyClashes(ACTIONS, 'chart.fit', ['v']).map(({ other, otherKey, kind }) => [other.id, otherKey, kind])).toEqual([['chart.volume', 'v', 'same']]);
    expect(findKeyClashes(ACTIONS, 'chart.fit', ['g']).map(({ other }) => other.id)).toEqual(expect.arrayContaining(['go.label', 'go.train']));
    expect(findKeyClashes(ACTIONS, 'chart.fit', ['v x']).map(({ kind }) => kind)).toEqual(['continues']);
  });

  it('are none between screens that are never shown at once, but are with what can be done everywhere', () => {
    expect(findKeyClashes(ACTIONS, 'train.start', ['v'])).toEqual([]);
    expect(findKeyClashes(ACTIONS, 'compare.save', ['j'])).toEqual([]);
    expect(findKeyClashes(ACTIONS, 'train.start', ['v x', 'KeyV']).map(({ kind }) => kind)).toEqual(['continues', 'same']);
    expect(findKeyClashes(ACTIONS, 'train.again', ['v'])).toHaveLength(1);
    expect(findKeyClashes(ACTIONS, 'compare.save', ['$mod+z'])).toHaveLength(1);
  });
});
