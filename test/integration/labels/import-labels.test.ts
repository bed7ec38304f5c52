import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendImportedLabels, type ImportedLabels, type ImportedWindow } from '../../../src/main/store/append-imported-labels.ts';
import { openStore } from '../../../src/main/store/open-store.ts';
import { newEditId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import { MINUTE } from '../../unit/store/fixtures.ts';
import { makeWorkplace, valueOf, type Workplace } from '../core/test-core.ts';
import { createLabelProject, draft, inspect, readTables, rebuildFromLog, SERIES } from './labels-fixture.ts';

let workplace: Workplace;
beforeEach(() => {
  workplace = makeWorkplace();
  createLabelProject(workplace.projectPath);
});
afterEach(() => workplace.remove());

function importedWindow(first: number): ImportedWindow {
  const span = { startTime: (first + 20) * MINUTE, endTime: (first + 30) * MINUTE, confidence: 0.9, type: 'retracement' as const, direction: null, note: '' };
  return { seriesId: SERIES, startTime: first * MINUTE, endTime: (first + 104) * MINUTE, length: 105, split: 'val', spans: [span] };
}

/** Overlapping windows, as datasets have them. */
const labels: ImportedLabels = {
  dataset: 'ref',
  author: 'ref',
  at: timeMs(5),
  origin: 'ref',
  windows: Array.from({ length: 800 }, (_, first) => importedWindow(first)),
};

function append(given: ImportedLabels) {
  const db = openStore(workplace.projectPath);
  try {
    return appendImportedLabels(db, given);
  } finally {
    db.close();
  }
}

describe('labels that come with a file', () => {
  it('are added reviewed, once, in one line of the log from which they can be rebuilt', () => {
    expect(append(labels)).toMatchObject({ windows: 800, spans: 800, alreadyPresent: 0 });
    expect(append(labels)).toEqual({ windows: 0, spans: 0, alreadyPresent: 1600, firstWindowId: null });
    const tables = readTables(workplace.projectPath);
    expect(tables.spans).toHaveLength(800);
    expect(tables.windows).toHaveLength(800);
    expect(rebuildFromLog(workplace.projectPath)).toEqual(tables);
    expect(inspect(workplace.projectPath, (db) => db.prepare('SELECT action FROM label_edit').pluck().all())).toEqual(['import']);
  });

  it('keep their dataset and split, and stand beside windows made in the app', async () => {
    append(labels);
    const core = workplace.open();
    const { counts, windows } = await valueOf(core.api.listWindows({ offset: 0, limit: 3 }));
    expect(counts).toEqual({ pending: 10, reviewed: 800, skipped: 0 });
    expect(windows.map(({ dataset, split, state, spans }) => ({ dataset, split, state, spans }))).toEqual([
      { dataset: null, split: null, state: 'pending', spans: 0 },
      { dataset: 'ref', split: 'val', state: 'reviewed', spans: 1 },
      { dataset: 'ref', split: 'val', state: 'reviewed', spans: 1 },
    ]);
    await core.close();
  });

  it('are one entry of the history, and absent from what was before it, whatever is undone', async () => {
    let core = workplace.open();
    const before = draft(1, 2);
    await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'create-span', span: before } }));
    await core.close();
    append(labels);
    core = workplace.open();
    const { current, items } = await valueOf(core.api.readHistory({ offset: 0, limit: 1 }));
    expect(current).toBe(2);
    expect(items).toMatchObject([{ sequence: 2, action: 'import', author: 'ref', description: 'Imported 800 labels from ref', labels: 1600, undone: null, place: { seriesId: SERIES } }]);
    const asOf = (sequence: number) => valueOf(core.api.readSpansAsOf({ seriesId: SERIES, from: timeMs(0), to: timeMs(1000 * MINUTE), sequence }));
    expect((await asOf(1)).map(({ id }) => id)).toEqual([before.id]);
    expect(await asOf(2)).toHaveLength(801);
    const imported = items[0].place!.windowId!;
    expect((await valueOf(core.api.readWindowAsOf({ windowId: imported, sequence: 1 }))).window.state).toBe('pending');
    expect((await valueOf(core.api.readWindowAsOf({ windowId: imported, sequence: 2 }))).window.state).toBe('reviewed');
    expect((await valueOf(core.api.goToEdit({ editId: newEditId(), sequence: 0 })))?.removedSpans).toEqual([before.id]);
    expect(await asOf(3)).toHaveLength(800);
    await core.close();
  });

  it('are not in the way of undo and redo', async () => {
    let core = workplace.open();
    await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'create-span', span: draft(1, 2) } }));
    await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'create-span', span: draft(3, 4) } }));
    await valueOf(core.api.undo({ editId: newEditId() }));
    await core.close();
    append(labels);
    core = workplace.open();
    expect(await valueOf(core.api.readUndoState({}))).toMatchObject({ canUndo: true, canRedo: true });
    expect((await valueOf(core.api.redo({ editId: newEditId() })))?.spans).toMatchObject([{ startTime: 3 * MINUTE }]);
    await valueOf(core.api.undo({ editId: newEditId() }));
    await valueOf(core.api.undo({ editId: newEditId() }));
    expect(await valueOf(core.api.undo({ editId: newEditId() }))).toBeNull();
    await core.close();
    expect(readTables(workplace.projectPath).spans).toHaveLength(800);
  });

  it('come whole or not at all', () => {
    const broken = { ...importedWindow(900), spans: [{ ...importedWindow(900).spans[0], confidence: 2 }] };
    expect(() => append({ ...labels, windows: [importedWindow(1), broken] })).toThrow('CHECK constraint');
    expect(readTables(workplace.projectPath)).toEqual({ spans: [], windows: [], verdicts: [] });
    expect(inspect(workplace.projectPath, (db) => db.prepare('SELECT count(*) FROM dataset').pluck().get())).toBe(0);
  });
});
