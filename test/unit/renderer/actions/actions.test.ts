import { describe, expect, it } from 'vitest';
import { makeActionBoard } from '../../../../src/renderer/actions/action-board.ts';
import { ACTIONS, actionById } from '../../../../src/renderer/actions/action-definitions.ts';
import { actionsByKey, findKeyConflicts } from '../../../../src/renderer/actions/actions-by-key.ts';
import { isKeyForAction } from '../../../../src/renderer/actions/key-target.ts';
import { keyText } from '../../../../src/renderer/actions/key-names.ts';
import { matchAction } from '../../../../src/renderer/actions/match-action.ts';

describe('the registry of actions', () => {
  it('has no two actions with one id, nor on one key', () => {
    expect(new Set(ACTIONS.map((action) => action.id)).size).toBe(ACTIONS.length);
    expect(findKeyConflicts(ACTIONS)).toEqual([]);
  });

  it('shows a conflict where there is one', () => {
    const zoom = actionById('chart.zoom-in');
    expect(findKeyConflicts([zoom, { ...actionById('chart.fit'), keys: [zoom.keys[0]] }])).toEqual([{ key: zoom.keys[0], ids: ['chart.zoom-in', 'chart.fit'] }]);
  });

  it('asks sequences before the single keys that they end with', () => {
    const keys = actionsByKey(ACTIONS).map(({ key }) => key);
    expect(keys.indexOf('g t')).toBeLessThan(keys.indexOf('t'));
    expect(keys.findLastIndex((key) => key.includes(' '))).toBeLessThan(keys.findIndex((key) => !key.includes(' ')));
  });

  it('has reviewing on the keys of the design: n, p, a, f, x, u', () => {
    const keys = ['next', 'previous', 'accept', 'fix', 'reject', 'unsure'].map((name) => actionById(`review.${name}` as 'review.next').keys[0]);
    expect(keys).toEqual(['n', 'p', 'a', 'f', 'x', 'u']);
  });
});

describe('the board', () => {
  it('asks the handler that came last, and the one before where it does not apply', () => {
    const board = makeActionBoard();
    const done: string[] = [];
    board.register(() => ({ 'app.undo': () => void done.push('first') }));
    let applies = true;
    const leave = board.register(() => ({ 'app.undo': () => (applies ? void done.push('second') : false) }));
    expect(board.run('app.undo')).toBe(true);
    applies = false;
    board.run('app.undo');
    leave();
    board.run('app.undo');
    expect(done).toEqual(['second', 'first', 'first']);
    expect([board.isOffered('app.undo'), board.isOffered('app.redo'), board.run('app.redo')]).toEqual([true, false, false]);
  });
});

describe('keys while a control has the focus', () => {
  it('are never taken from typing, except for what cannot be typed', () => {
    expect(['1', 'Space', 'Enter', 'ArrowLeft', '$mod+z', 'Escape'].filter((key) => isKeyForAction(key, 'typing'))).toEqual([]);
    expect(isKeyForAction('$mod+k', 'typing')).toBe(true);
  });

  it('leave a button its Enter and Space, a slider its arrows, a dialog everything', () => {
    expect([isKeyForAction('Enter', 'button'), isKeyForAction('Space', 'button'), isKeyForAction('3', 'button')]).toEqual([false, false, true]);
    expect([isKeyForAction('ArrowLeft', 'arrows'), isKeyForAction('$mod+z', 'arrows')]).toEqual([false, true]);
    expect(isKeyForAction('$mod+k', 'popup')).toBe(false);
  });
});

describe('keys in words', () => {
  it('name modifiers as the machine does, and sequences with "then"', () => {
    expect(keyText('$mod+Shift+z', false)).toBe('Ctrl+Shift+Z');
    expect(keyText('$mod+z', true)).toBe('⌘+Z');
    expect(keyText('g t', false)).toBe('G then T');
    expect(keyText('[Shift]+?', false)).toBe('?');
    expect(keyText('BracketLeft', false)).toBe('[');
  });
});

describe('searching for an action', () => {
  it('needs every word and prefers beginnings', () => {
    expect(matchAction('Go to Train', 'go train')).toBeGreaterThan(0);
    expect(matchAction('Edge more uncertain by a bar', 'go to train')).toBe(0);
    expect(matchAction('Zoom in', 'zoom')).toBeGreaterThan(matchAction('Fit the zoom', 'zoom'));
    expect(matchAction('Anything', '')).toBe(0);
  });
});
