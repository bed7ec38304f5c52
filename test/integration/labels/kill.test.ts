import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LabelCommand } from '../../../src/shared/contract/labels.ts';
import { newEditId, newSpanId, type EditId, type SpanId } from '../../../src/shared/domain/ids.ts';
import { connectClient } from '../../../src/shared/transport/rpc.ts';
import { makeWorkplace, valueOf, type Workplace } from '../core/test-core.ts';
import { createLabelProject, draft, FIRST_WINDOW, inspect, readTables, rebuildFromLog } from './labels-fixture.ts';
import { processLink } from './process-link.ts';

const ROUNDS = 6;
const IN_FLIGHT = 4;
const CORE_PROCESS = fileURLToPath(new URL('core-process.ts', import.meta.url));

let workplace: Workplace;
beforeEach(() => {
  workplace = makeWorkplace();
});
afterEach(() => workplace.remove());

interface Request {
  readonly editId: EditId;
  readonly command: LabelCommand;
}

interface Round {
  readonly acknowledged: readonly Request[];
  readonly unanswered: readonly Request[];
}

/** Makes edits of all kinds, one after the other, as somebody who never rests. */
function makeRequests(): () => Request {
  let made: SpanId | null = null;
  let count = 0;
  return () => {
    count++;
    if (made !== null && count % 3 === 0) {
      const command: LabelCommand = { kind: 'update-span', id: made, patch: { confidence: 0.4, note: `note ${count}` } };
      return { editId: newEditId(), command };
    }
    if (count % 7 === 0) {
      const state = count % 2 === 0 ? 'reviewed' : 'skipped';
      return { editId: newEditId(), command: { kind: 'set-window-state', windowId: FIRST_WINDOW, state } };
    }
    made = newSpanId();
    return { editId: newEditId(), command: { kind: 'create-span', span: draft(count % 900, (count % 900) + 9, { id: made }) } };
  };
}

/** Edits as fast as the core acknowledges, kills it after `lifetimeMs`, and tells what was acknowledged by then. */
async function editUntilKilled(lifetimeMs: number): Promise<Round> {
  const child = fork(CORE_PROCESS, [workplace.projectPath, workplace.folder], { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  const core = connectClient(processLink(child), { onCoreEvent: () => undefined });
  await valueOf(core.readUndoState({}));

  const next = makeRequests();
  const acknowledged: Request[] = [];
  const unanswered = new Set<Request>();
  let killed = false;
  const edit = async () => {
    while (!killed) {
      const request = next();
      unanswered.add(request);
      await valueOf(core.editLabels(request));
      unanswered.delete(request);
      acknowledged.push(request);
    }
  };
  const editors = Promise.allSettled(Array.from({ length: IN_FLIGHT }, edit));
  await delay(lifetimeMs);
  killed = true;
  child.kill('SIGKILL');
  await exited;
  await editors;
  return { acknowledged, unanswered: [...unanswered] };
}

describe('a core that is killed while it edits', () => {
  it('has lost no edit that it acknowledged, and the project opens sound', async () => {
    createLabelProject(workplace.projectPath);
    const acknowledged = new Set<string>();
    let unansweredInAll = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const outcome = await editUntilKilled(20 + Math.random() * 250);
      outcome.acknowledged.forEach(({ editId }) => acknowledged.add(editId));
      unansweredInAll += outcome.unanswered.length;

      const { integrity, logged } = inspect(workplace.projectPath, (db) => ({
        integrity: db.pragma('integrity_check', { simple: true }),
        logged: new Set(db.prepare<[], string>('SELECT id FROM label_edit').pluck().all()),
      }));
      expect(integrity).toBe('ok');
      expect([...acknowledged].filter((id) => !logged.has(id))).toEqual([]);
      expect(logged.size).toBeLessThanOrEqual(acknowledged.size + unansweredInAll);
      expect(readTables(workplace.projectPath)).toEqual(rebuildFromLog(workplace.projectPath));

      // Whoever got no answer asks again, and gets it, whether or not the first request was carried out.
      const core = workplace.open();
      for (const request of outcome.unanswered) {
        const result = await core.api.editLabels(request);
        if (result.ok) acknowledged.add(request.editId);
        // An edit of a span whose own creation was never carried out has nothing to change.
        else expect(result.error.kind).toBe('not-found');
      }
      await core.close();
    }
    expect(acknowledged.size).toBeGreaterThan(ROUNDS * IN_FLIGHT);
    const lines = inspect(workplace.projectPath, (db) => db.prepare('SELECT count(*) FROM label_edit').pluck().get());
    expect(lines).toBe(acknowledged.size);
  });
});
