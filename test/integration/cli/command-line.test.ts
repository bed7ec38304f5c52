import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lastJson, runCli, startCli } from './run-cli.ts';

const WRAPPER = join(import.meta.dirname, '..', '..', '..', 'scripts', 'expanse.mjs');
const BARS = ['time,open,high,low,close,volume', ...Array.from({ length: 300 }, (_, i) => `${1_700_000_000 + i * 60},1,2,0.5,1.5,${i}`)].join('\n');

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'expanse-cli-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const importBars = ['import', 'bars', '-', '--symbol', 'TEST', '--project', 'p.expanse'];

describe('a command', () => {
  it('under --json puts one object on the last line of stdout, progress on stderr, and ends with 0', async () => {
    const answer = await runCli([...importBars, '--json'], { folder, input: BARS });
    expect(answer.code).toBe(0);
    expect(answer.stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(lastJson(answer)).toMatchObject({ series: { symbol: 'TEST' }, bars: 300, rejected: 0 });
    expect(existsSync(join(folder, 'p.expanse'))).toBe(true);
  });

  it('without --json speaks to a person', async () => {
    const { code, stdout } = await runCli(importBars, { folder, input: BARS });
    expect(code).toBe(0);
    expect(stdout).toMatch(/300 bars added to TEST/);
  });

  it('that cannot be done says what happened and what to do, and does not end with 0', async () => {
    const answer = await runCli([...importBars, '--json'], { folder, input: 'not,bars' });
    expect(answer.code).toBe(1);
    expect(lastJson(answer)).toEqual({ error: { kind: 'bad-file', message: expect.stringContaining('stdin'), nextStep: expect.any(String) } });
    expect(answer.stderr).toContain((lastJson(answer)['error'] as { message: string }).message);
  });

  it('refuses a file that is no project, and leaves it as it is', async () => {
    writeFileSync(join(folder, 'p.expanse'), 'letters, not a project');
    const answer = await runCli([...importBars, '--json'], { folder, input: BARS });
    expect(answer.code).toBe(1);
    expect(lastJson(answer)).toMatchObject({ error: { kind: 'project' } });
  });

  it('that needs what a project holds refuses one that is not there, and makes none', async () => {
    for (const args of [['predict', '--run', '1'], ['evaluate', '--run', '1'], ['train'], ['windows', 'make'], ['export', 'spans', '--output', 'x.csv']]) {
      const answer = await runCli([...args, '--project', 'typo.expanse', '--json'], { folder });
      expect(answer.code).toBe(1);
      expect(lastJson(answer)).toMatchObject({ error: { kind: 'project', message: 'There is no project typo.expanse.' } });
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('creates a project in a folder that exists only', async () => {
    const answer = await runCli(['import', 'bars', '-', '--symbol', 'TEST', '--project', 'no/such/p.expanse', '--json'], { folder, input: BARS });
    expect(answer.code).toBe(1);
    expect(lastJson(answer)).toMatchObject({ error: { kind: 'project', message: expect.stringMatching(/The folder .*no.such does not exist/) } });
  });

  it.skipIf(process.platform === 'win32')('that is interrupted says so, leaves the project sound and no temporary file', async () => {
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    const { child, answer } = startCli([...importBars, '--json'], { folder, env: { TMPDIR: temporary } });
    child.stdin.write(BARS);
    await vi.waitUntil(() => readdirSync(temporary).length > 0, { timeout: 20_000 });
    child.kill('SIGINT');
    const interrupted = await answer;
    expect(interrupted.code).toBe(130);
    expect(lastJson(interrupted)).toMatchObject({ error: { kind: 'cancelled', message: 'Stopped by SIGINT.' } });
    expect(readdirSync(temporary)).toEqual([]);
    expect((await runCli(importBars, { folder, input: BARS })).code).toBe(0);
  });

  it('answers a mistake in its options in words, and under --json as an object, too', async () => {
    const answer = await runCli(['evaluate', '--run', 'x', '--project', 'p.expanse', '--json'], { folder });
    expect(answer.code).toBe(1);
    expect(lastJson(answer)).toEqual({ error: { kind: 'invalid-input', message: expect.stringContaining("'--run <id>'"), nextStep: expect.any(String) } });
    expect(answer.stderr).toMatch(/Usage: expanse evaluate/);
  });

  it('never exports over a project, and says why a file cannot be written', async () => {
    await runCli(importBars, { folder, input: BARS });
    renameSync(join(folder, 'p.expanse'), join(folder, 'plain.db'));
    const before = readFileSync(join(folder, 'plain.db'));
    const refusals = [['plain.db', /name of a project/], ['other.expanse', /name of a project/], ['no/such/x.csv', /cannot be written \(ENOENT/]] as const;
    for (const [output, words] of refusals) {
      const answer = await runCli(['export', 'bars', '--project', 'plain.db', '--output', output, '--json'], { folder });
      expect(lastJson(answer)).toMatchObject({ error: { kind: 'invalid-input', message: expect.stringMatching(words) } });
    }
    expect(readFileSync(join(folder, 'plain.db')).equals(before)).toBe(true);
  });

  it('that does not exist is a mistake, answered with the usage', async () => {
    const { code, stdout, stderr } = await runCli(['traim'], { folder });
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/Usage: expanse/);
  });

  it('through npm’s script keeps stdin, stdout, exit code and the folder of the caller', async () => {
    const env = { ...process.env, INIT_CWD: folder, EXPANSE_DATA: join(folder, 'data') };
    const wrapped = promisify(execFile)(process.execPath, [WRAPPER, ...importBars, '--json'], { env });
    wrapped.child.stdin!.end(BARS);
    expect(JSON.parse((await wrapped).stdout)).toMatchObject({ bars: 300 });
    expect(existsSync(join(folder, 'p.expanse'))).toBe(true);
    await expect(promisify(execFile)(process.execPath, [WRAPPER, 'doctor', '--project', 'none.expanse'], { env })).rejects.toMatchObject({ code: 1 });
  });
});

describe('doctor', () => {
  it('names versions, back ends and the state of a sound project', async () => {
    await runCli(importBars, { folder, input: BARS });
    const answer = await runCli(['doctor', '--project', 'p.expanse', '--json'], { folder });
    expect(answer.code).toBe(0);
    expect(lastJson(answer)).toMatchObject({
      versions: { node: process.versions.node, sqlite: expect.stringMatching(/^3\./), electron: expect.stringMatching(/^\d+\./) },
      backends: expect.arrayContaining([
        { name: 'wasm', usable: true, reason: '', secondsPerStep: expect.any(Number) },
        { name: 'webgpu', usable: false, reason: expect.stringMatching(/cannot be tested from the command line/) },
      ]),
      training: expect.stringMatching(/^Training computes on \w+/),
      project: { sound: true, findings: [] },
    });
  });

  it('finds a broken reference', async () => {
    await runCli(importBars, { folder, input: BARS });
    const db = new SqliteDatabase(join(folder, 'p.expanse'));
    db.pragma('foreign_keys = OFF');
    db.exec('DELETE FROM series');
    db.close();
    const answer = await runCli(['doctor', '--project', 'p.expanse', '--json'], { folder });
    expect(answer.code).toBe(1);
    expect(lastJson(answer)).toMatchObject({ project: { sound: false, findings: expect.arrayContaining([expect.stringMatching(/refers to a row of series that is missing/)]) } });
  });

  it('tells a database of another program from a project', async () => {
    const db = new SqliteDatabase(join(folder, 'other.expanse'));
    db.exec('CREATE TABLE letters (letter TEXT)');
    db.close();
    const answer = await runCli(['doctor', '--project', 'other.expanse', '--json'], { folder });
    expect(answer.code).toBe(1);
    expect(lastJson(answer)).toMatchObject({ project: { findings: ['it is a database, but no Expanse project'] } });
  });

  it('creates no project', async () => {
    const answer = await runCli(['doctor', '--project', 'none.expanse', '--json'], { folder });
    expect(lastJson(answer)).toMatchObject({ error: { kind: 'not-found' } });
    expect(existsSync(join(folder, 'none.expanse'))).toBe(false);
  });
});
