import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../../../src/renderer/actions/action-definitions.ts';
import { keyText } from '../../../../src/renderer/actions/key-names.ts';

const DOCS = join(import.meta.dirname, '..', '..', '..', '..', 'docs');
const plain = (file: string): string => readFileSync(join(DOCS, file), 'utf8').replaceAll('`', '');

/** Whether the key stands there by itself, not as a part of a word or of another key. */
const names = (text: string, key: string): boolean => text.split(/[\s|,;:()/]+/).join(' ').includes(` ${key} `) || text.includes(` ${key} `) || text.includes(` ${key},`);

describe('the guide to labelling', () => {
  const guide = plain('labelling.md');

  it('names the first key of everything that is done with bars, spans and windows', () => {
    const groups = ['Bars and spans', 'The selected span', 'Windows', 'Chart'];
    const keys = ACTIONS.filter(({ group, keys: first }) => groups.includes(group) && first.length > 0).map(({ keys: [key] }) => keyText(key, false));
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((key) => !names(guide, key))).toEqual([]);
  });

  it('has the same keys for the history and for training again', () => {
    for (const id of ['history.show', 'history.go-to', 'train.again', 'train.before', 'app.palette', 'app.undo', 'app.redo']) {
      expect(names(guide, keyText(ACTIONS.find((action) => action.id === id)!.keys[0], false)), id).toBe(true);
    }
  });
});

describe('the guide to reviewing', () => {
  it('names the first key of everything that is done in a review', () => {
    const guide = plain('review.md').toLowerCase();
    const keys = ACTIONS.filter(({ group }) => group === 'Reviewing').map(({ keys: [key] }) => keyText(key, false).toLowerCase());
    expect(keys.length).toBeGreaterThan(8);
    expect(keys.filter((key) => !names(guide, key))).toEqual([]);
  });
});
