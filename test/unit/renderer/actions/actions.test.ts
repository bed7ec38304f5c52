import { describe, expect, it } from 'vitest';
import { makeActionBoard } from '../../../../src/renderer/actions/action-board.ts';
import { actionById, ACTIONS } from '../../../../src/renderer/actions/action-definitions.ts';
import { actionsByKey } from '../../../../src/renderer/actions/actions-by-key.ts';
import { isKeyForAction } from '../../../../src/renderer/actions/key-target.ts';
import { keyText } from '../../../../src/renderer/actions/key-names.ts';
import { matchAction } from '../../../../src/renderer/actions/match-action.ts';

describe('the registry of actions', () => {
  it('has no two actions with one id', () => {
    expect(new Set(ACTIONS.map((action) => action.id)).size).toBe(ACTIONS.length);
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
    const asked = [['1', 'span.confidence-1'], ['Space', 'span.start-end'], ['Enter', 'window.complete'], ['ArrowLeft', 'move.left'], ['$mod+z', 'app.undo'], ['Escape', 'span.deselect']] as const;
    expect(asked.filter(([key, id]) => isKeyForAction(key, id, 'typing'))).toEqual([]);
    expect(isKeyForAction('$mod+k', 'app.palette', 'typing')).toBe(true);
    expect(isKeyForAction('F6', 'app.next-area', 'typing')).toBe(true);
  });

  it('are left to typing where the person gave the palette a sign', () => {
    expect(isKeyForAction('q', 'app.palette', 'typing')).toBe(false);
    expect(isKeyForAction('Shift+F3', 'app.palette', 'typing')).toBe(true);
  });

  it('leave a button its Enter and Space, a slider its arrows, a dialog everything', () => {
    expect([isKeyForAction('Enter', 'window.complete', 'button'), isKeyForAction('Space', 'span.start-end', 'button'), isKeyForAction('3', 'span.confidence-3', 'button')]).toEqual([false, false, true]);
    expect([isKeyForAction('ArrowLeft', 'move.left', 'arrows'), isKeyForAction('$mod+z', 'app.undo', 'arrows')]).toEqual([false, true]);
    expect(isKeyForAction('$mod+k', 'app.palette', 'popup')).toBe(false);
  });
});

describe('keys in words', () => {
  it('name modifiers as the machine does, and sequences with "then"', () => {
    expect(keyText('$mod+Shift+z', false)).toBe('Ctrl+Shift+Z');
    expect(keyText('$mod+z', true)).toBe('Command+Z');
    expect(keyText('Alt+ArrowLeft', false)).toBe('Alt+Left arrow');
    expect(keyText('Alt+KeyE', true)).toBe('Option+E');
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
