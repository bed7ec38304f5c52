import { existsSync, linkSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../../src/shared/contract/events.ts';
import { ExpanseError } from '../../../src/shared/contract/errors.ts';
import { newEditId, newJobId, seriesId } from '../../../src/shared/domain/ids.ts';
import { memoryLinkPair } from '../../../src/shared/transport/memory-link.ts';
import { connectClient } from '../../../src/shared/transport/rpc.ts';
import { openStore } from '../../../src/main/store/open-store.ts';
import { createLabelProject, draft, SERIES } from '../labels/labels-fixture.ts';
import { makeWorkplace, valueOf, type Workplace } from './test-core.ts';

let workplace: Workplace;
beforeEach(() => {
  workplace = makeWorkplace();
});
afterEach(() => workplace.remove());

describe('the core behind a link', () => {
  it('answers every client, and tells all of them what changed', async () => {
    createLabelProject(workplace.projectPath);
    const core = workplace.open();
    const heard: CoreEvent['kind'][][] = [[], []];
    const clients = heard.map((kinds) => {
      const [near, far] = memoryLinkPair();
      core.connect(far);
      return connectClient(near, { onCoreEvent: ({ kind }) => void kinds.push(kind) });
    });
    const { bars } = await valueOf(clients[0].readBars({ seriesId: SERIES, level: 0, fromIndex: 3, count: 2 }));
    expect([...bars.time]).toEqual([180_000, 240_000]);
    await valueOf(clients[1].editLabels({ editId: newEditId(), command: { kind: 'create-span', span: draft(1, 2) } }));
    await valueOf(clients[0].setSeriesTimeZone({ seriesId: SERIES, timeZone: 'America/New_York' }));
    await expect.poll(() => heard).toEqual([['labels-changed', 'series-changed'], ['labels-changed', 'series-changed']]);
    await core.close();
  });

  it.each([
    ['a method that is no text', { t: 'q', i: '1', m: { toString: 1, valueOf: 1 }, a: [] }],
    ['parameters that are no list', { t: 'q', i: '1', m: 'readProject', a: 7 }],
    ['an answer that nobody asked for', { t: 's', i: {}, r: 1 }],
    ['nothing of a request', {}],
  ])('outlives %s', async (_, frame) => {
    const core = workplace.open();
    const [near, far] = memoryLinkPair();
    core.connect(far);
    near.post(frame);
    const client = connectClient(near, { onCoreEvent: () => undefined });
    expect(await client.readProject({})).toMatchObject({ ok: true });
    await core.close();
  });

  it.each(['../out', 'a/b', '..', 'nul', '木'.repeat(90), 'a\u0000b'])('creates no project called %s', async (name) => {
    const core = workplace.open();
    expect(await core.api.createProject({ name })).toMatchObject({ ok: false, error: { kind: 'invalid-input', message: expect.stringContaining('name') } });
    expect(existsSync(join(workplace.folder, 'out.expanse'))).toBe(false);
    await core.close();
  });

  it('grants no other name of the open project', async () => {
    const core = workplace.open();
    for (const [name, link] of [['hard', linkSync], ['soft', symlinkSync]] as const) {
      link(workplace.projectPath, join(workplace.folder, name));
      expect(() => core.grantFile(join(workplace.folder, name))).toThrow(/is the project that is open/);
    }
    await core.close();
  });

  it.each(['constructor', '__proto__', 'toString', 'dropDatabase'])('knows no request %s', async (name) => {
    const core = workplace.open();
    const [near, far] = memoryLinkPair();
    core.connect(far);
    const client = connectClient(near, { onCoreEvent: () => undefined });
    await expect(client.$callRaw({ method: name, args: [{}] })).rejects.toThrow('not found');
    await core.close();
  });

  it('lives on when a client sends nonsense, or leaves while an event is on its way', async () => {
    const core = workplace.open();
    const [near, far] = memoryLinkPair();
    core.connect(far);
    for (const nonsense of [null, 'q', 7, {}, { t: 'q' }, { t: 'q', m: 'listSeries', a: 5, i: 'x' }, { t: 's', i: 'unknown' }]) near.post(nonsense);
    const client = connectClient(near, { onCoreEvent: () => undefined });
    expect(await valueOf(client.listSeries({}))).toEqual([]);
    near.close();
    await valueOf(core.api.createProject({ name: 'other' }));
    expect(await valueOf(core.api.listSeries({}))).toEqual([]);
    await core.close();
  });

  it('answers what is not asked rightly with an error that names the field', async () => {
    const core = workplace.open();
    const wrong = await core.api.readBars({ seriesId: seriesId(-1), level: 0.5, fromIndex: 0, count: 1 });
    expect(wrong).toMatchObject({ ok: false, error: { kind: 'invalid-input', message: expect.stringMatching(/^readBars: seriesId: .*; level: /) } });
    expect(await core.api.listSeries(undefined as never)).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    expect(await core.api.setSeriesTimeZone({ seriesId: SERIES, timeZone: 'Mars/Olympus' })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('expected a time zone such as') },
    });
    expect(await core.api.readBars({ seriesId: SERIES, level: 0, fromIndex: 0, count: 1 })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(await core.api.cancelJob({ jobId: newJobId() })).toEqual({ ok: true, value: null });
    await core.close();
  });
});

describe('projects', () => {
  it('are created by name, opened, listed as recent, and closed', async () => {
    const core = workplace.open({ projectPath: null });
    const events: CoreEvent[] = [];
    core.onEvent((event) => events.push(event));
    expect(await valueOf(core.api.readProject({}))).toBeNull();
    expect(await core.api.listSeries({})).toMatchObject({ ok: false, error: { kind: 'project', message: 'No project is open.' } });

    const first = await valueOf(core.api.createProject({ name: ' Gold 2024 ' }));
    expect(first).toMatchObject({ path: join(workplace.folder, 'projects', 'Gold 2024.expanse'), name: 'Gold 2024', series: 0, bars: 0, windows: 0, spans: 0, runs: 0 });
    expect(await core.api.createProject({ name: 'Gold 2024' })).toMatchObject({ ok: false, error: { kind: 'project', message: expect.stringContaining('exists already') } });
    const second = await valueOf(core.api.createProject({ name: 'Oil' }));
    expect(await valueOf(core.api.openProject({ path: first.path }))).toEqual(first);
    expect((await valueOf(core.api.listRecentProjects({}))).map(({ name, exists }) => [name, exists])).toEqual([['Gold 2024', true], ['Oil', true]]);
    openStore(second.path).close();

    await valueOf(core.api.closeProject({}));
    expect(await valueOf(core.api.readProject({}))).toBeNull();
    expect(events).toHaveLength(4);
    expect(events.every(({ kind }) => kind === 'project-changed')).toBe(true);
    await core.close();
  });

  it.each(['', '  ', 'a/b', '..', 'a\\b', 'what?', 'line\nbreak', '.hidden', 'x'.repeat(101)])('are not named %j', async (name) => {
    const core = workplace.open({ projectPath: null });
    expect(await core.api.createProject({ name })).toMatchObject({ ok: false, error: { kind: 'invalid-input', message: expect.stringContaining('createProject: name:') } });
    expect(existsSync(join(workplace.folder, 'projects'))).toBe(false);
    await core.close();
  });

  it('stay open when another file is refused', async () => {
    const core = workplace.open();
    const other = join(workplace.folder, 'notes.expanse');
    writeFileSync(other, 'not a project at all');
    expect(await core.api.openProject({ path: other })).toMatchObject({ ok: false, error: { kind: 'project' } });
    expect(await valueOf(core.api.readProject({}))).toMatchObject({ path: workplace.projectPath });
    await core.close();
  });

  it('come one after the other where several are asked for at once', async () => {
    const core = workplace.open({ projectPath: null });
    const asked = await Promise.all(['a', 'b', 'c'].map((name) => core.api.createProject({ name })));
    expect(asked.every(({ ok }) => ok)).toBe(true);
    expect(await valueOf(core.api.readProject({}))).toMatchObject({ name: 'c' });
    await core.close();
    expect(readdirSync(join(workplace.folder, 'projects')).toSorted()).toEqual(['a.expanse', 'b.expanse', 'c.expanse']);
  });

  it('are refused at the start with the reason', () => {
    writeFileSync(workplace.projectPath, 'time,open');
    expect(() => workplace.open()).toThrow(ExpanseError);
  });

  it('are let go of when the core closes, however often it is told to', async () => {
    const core = workplace.open();
    await Promise.all([core.close(), core.close()]);
    expect(() => openStore(workplace.projectPath).close()).not.toThrow();
  });

  it('are not granted as a file to read', async () => {
    const core = workplace.open();
    expect(() => core.grantFile(workplace.projectPath)).toThrow('is the project that is open');
    expect(core.grantFile(join(workplace.folder, 'bars.csv'))).toMatch(/^[0-9a-f-]{36}$/);
    await core.close();
  });
});

describe('the sample project', () => {
  it('holds bars, labels enough to train, and windows left to label; the same for the same seed', async () => {
    const core = workplace.open({ projectPath: null });
    const content = async (seed: number) => {
      const info = await valueOf(core.api.createSampleProject({ seed }));
      const [series] = await valueOf(core.api.listSeries({}));
      const { bars } = await valueOf(core.api.readBars({ seriesId: series.id, level: 0, fromIndex: 0, count: 24_000 }));
      const page = await valueOf(core.api.listWindows({ offset: 0, limit: 1000 }));
      const spans = await valueOf(core.api.readSpans({ seriesId: series.id, from: series.firstTime!, to: series.lastTime! }));
      const places = spans.map(({ startTime, endTime, type, direction, windowId }) => ({ startTime, endTime, type, direction, windowId }));
      return { info, bars, page, spans: places, author: new Set(spans.map(({ author }) => author)) };
    };
    const first = await content(7);
    expect(first.info).toMatchObject({ name: 'Sample', series: 1, bars: 20_000 });
    expect(first.page.counts.reviewed).toBeGreaterThanOrEqual(40);
    expect(first.page.counts.pending).toBeGreaterThanOrEqual(40);
    expect(first.spans.length).toBeGreaterThanOrEqual(40);
    expect(first.author).toEqual(new Set(['sample']));
    expect(await valueOf(core.api.readUndoState({}))).toMatchObject({ canUndo: false });

    const again = await content(7);
    expect(again.info.name).toBe('Sample 2');
    expect({ ...again, info: null }).toEqual({ ...first, info: null });
    expect((await content(8)).bars).not.toEqual(first.bars);
    await core.close();
  });
});

describe('the system', () => {
  it('tells what it is and keeps settings from one core to the next', async () => {
    const core = workplace.open();
    const system = await valueOf(core.api.readSystem({}));
    expect(system).toMatchObject({ version: '1.2.3', host: 'browser', node: process.versions.node });
    expect(system.backends.filter(({ usable }) => usable).map(({ name }) => name)).toContain('wasm');
    expect(system.backends.every(({ usable, reason }) => usable === (reason === ''))).toBe(true);
    await valueOf(core.api.writeSetting({ key: 'theme', value: { dark: true } }));
    await core.close();
    const next = workplace.open();
    expect(await valueOf(next.api.readSettings({}))).toMatchObject({ theme: { dark: true } });
    expect(await valueOf(next.api.writeSetting({ key: 'theme', value: null }))).not.toHaveProperty('theme');
    expect(await next.api.writeSetting({ key: '__proto__', value: 1 })).toMatchObject({ ok: false });
    await next.close();
  });
});
