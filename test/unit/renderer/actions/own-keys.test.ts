import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, type ActionId } from '../../../../src/renderer/actions/action-definitions.ts';
import { findKeyClashes } from '../../../../src/renderer/actions/key-clashes.ts';
import { assignKeys, readOwnKeys, withOwnKeys, type OwnKeys } from '../../../../src/renderer/actions/own-keys.ts';

const keysOf = (own: OwnKeys, id: ActionId) => withOwnKeys(own).find((action) => action.id === id)?.keys;

describe('own keys', () => {
  it('replace the first ones, and leave the other without where it is taken from it', () => {
    const own = assignKeys({}, 'chart.fit', ['v']);
    expect(own).toEqual({ 'chart.fit': ['v'], 'chart.volume': [] });
    expect([keysOf(own, 'chart.fit'), keysOf(own, 'chart.volume')]).toEqual([['v'], []]);
  });

  it('take only the key that is in the way', () => {
    expect(assignKeys({}, 'chart.fit', ['Backspace'])['span.delete']).toEqual(['Delete']);
  });

  it('are forgotten when the first ones are given again', () => {
    const own = assignKeys({}, 'chart.fit', ['0']);
    expect(assignKeys(own, 'chart.fit', ['w'])).toEqual({});
  });

  it('never leave two actions that can meet on one key, whatever is given in whatever order', () => {
    const gift = fc.record({ id: fc.constantFrom(...ACTIONS.map(({ id }) => id)), key: fc.constantFrom('v', 'g', 'g t', 'g q', 'Shift+r', '[Shift]+?', '[', 'BracketLeft', '$mod+z', '1', 'Space') });
    fc.assert(
      fc.property(fc.array(gift, { maxLength: 12 }), (gifts) => {
        const own = gifts.reduce<OwnKeys>((before, { id, key }) => assignKeys(before, id, [key]), {});
        const actions = withOwnKeys(own);
        expect(actions.flatMap(({ id, keys }) => findKeyClashes(actions, id, keys).map(({ other }) => [id, other.id]))).toEqual([]);
        const last = gifts.at(-1);
        if (last !== undefined) expect(keysOf(own, last.id)).toEqual([last.key]);
        expect(readOwnKeys(JSON.parse(JSON.stringify(own)))).toEqual(own);
      }),
    );
  });
});

describe('own keys from a settings file', () => {
  it('are taken as far as they can be used', () => {
    expect(readOwnKeys({ 'chart.fit': ['q', 7, 'Hyper+q', 'a b c', '', '(.*)'], 'no.such-action': ['x'], 'chart.volume': 'v' })).toEqual({ 'chart.fit': ['q'] });
    expect([readOwnKeys(undefined), readOwnKeys('q'), readOwnKeys([])]).toEqual([{}, {}, {}]);
  });

  it('leave the reserved keys to the actions that have them', () => {
    expect(readOwnKeys({ 'chart.fit': ['Escape', 'Shift+Tab', 'F6', 'g Escape'], 'span.deselect': ['Escape'] })).toEqual({ 'chart.fit': [], 'span.deselect': ['Escape'] });
  });

  it('win over a first key that came later', () => {
    expect([keysOf({ 'train.again': ['v'] }, 'train.again'), keysOf({ 'train.again': ['v'] }, 'chart.volume')]).toEqual([['v'], []]);
  });
});
