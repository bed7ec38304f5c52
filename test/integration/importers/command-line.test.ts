import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastJson, runCli } from '../cli/run-cli.ts';

const ROWS = Array.from({ length: 12 }, (_, i) => `2024-01-02 10:${String(i).padStart(2, '0')}:00,10,12,9,11,${i}`);
const csv = (rows: readonly string[]): string => `time,open,high,low,close,volume\n${rows.join('\n')}\n`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'expanse-import-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const project = () => join(folder, 'a.expanse');
const run = (args: readonly string[], input?: string) => runCli([...args, '--project', project()], { folder, input });

describe('files from the command line', () => {
  it('go in, are cut into windows, and come out again as they went in', async () => {
    const path = join(folder, 'abc_1m.csv');
    writeFileSync(path, csv([...ROWS.slice(0, 11), ROWS[4], '2024-01-02 10:30:00,1,2,3,4,5']));
    expect(lastJson(await run(['import', 'bars', path, '--json']))).toMatchObject({
      series: { id: 1, symbol: 'ABC', timeframe: '1m' },
      dataRows: 13,
      bars: 11,
      rejected: 1,
      duplicates: 1,
      gaps: 0,
      seconds: expect.any(Number),
    });
    const fromStdin = await run(['import', 'bars', '-', '--symbol', 'ABC', '--json'], csv(ROWS));
    expect(lastJson(fromStdin)).toMatchObject({ series: { id: 1 }, bars: 12, added: 1, alreadyPresent: 11 });

    expect(lastJson(await run(['queue', 'make', '--length', '5', '--stride', '2', '--json']))).toMatchObject({ made: 4, existing: 0, series: 1, take: 'every' });
    expect(lastJson(await run(['windows', 'make', '--length', '4', '--take', 'random', '--count', '2', '--seed', '3', '--json']))).toMatchObject({ made: 2, take: 'random' });

    const out = join(folder, 'out.csv');
    expect(lastJson(await run(['export', 'bars', '--output', out, '--json']))).toEqual({ file: out, bars: 12 });
    const exported = await run(['export', 'bars']);
    expect(exported.stdout).toBe(readFileSync(out, 'utf8'));
    expect(exported.stdout).toBe(csv(ROWS.map((row) => row.replace(' ', 'T').replace(':00,', ':00Z,'))));
    expect((await run(['export', 'spans', '--format', 'json'])).stdout).toBe('{"spans": [\n], "verdicts": [\n]}\n');
  });

  it('take corrections of what is detected', async () => {
    const path = join(folder, 'end_1m.csv');
    writeFileSync(path, csv(ROWS));
    const options = ['--symbol', 'END', '--timeframe', '1m', '--timezone', 'America/New_York', '--bar-end'];
    expect((await run(['import', 'bars', path, ...options])).code).toBe(0);
    const { stdout } = await run(['export', 'bars', '--series', '2']);
    expect(stdout.split('\n')[1]).toBe('2024-01-02T14:59:00Z,10,12,9,11,0');
  });

  it('take the symbol from a column, and columns that no header names in a known way', async () => {
    const aside = (name: string) => join(folder, name);
    writeFileSync(aside('quotes.csv'), `symbol,time,open,high,low,close\n${ROWS.map((row) => `XYZ,${row.replace(/,\d+$/, '')}`).join('\n')}\n`);
    writeFileSync(aside('kurse.csv'), `Datum;Schluss;Eröffnung;Hoch;Tief\n${ROWS.map((row) => `${row.slice(0, 19)};11;10;12;9`).join('\n')}\n`);
    const other = ['--project', aside('b.expanse'), '--json'];
    expect(lastJson(await runCli(['import', 'bars', aside('quotes.csv'), ...other], { folder }))).toMatchObject({ series: { symbol: 'XYZ' }, bars: 12 });
    const named = await runCli(['import', 'bars', aside('kurse.csv'), '--columns', 'time,close,open,high,low', ...other], { folder });
    expect(lastJson(named)).toMatchObject({ series: { symbol: 'KURSE' }, bars: 12, rejected: 0 });
    for (const wrong of ['time,open,open,high,low', 'time,zeit']) {
      expect((await runCli(['import', 'bars', aside('kurse.csv'), '--columns', wrong, ...other], { folder })).code).toBe(1);
    }
  });

  it('are refused in words, with exit code 1 and nothing on stdout but the error', async () => {
    const refused = async (args: readonly string[], kind: string, message: string) => {
      const answer = await run([...args, '--json']);
      expect(answer.code).toBe(1);
      expect(lastJson(answer)).toMatchObject({ error: { kind, message: expect.stringContaining(message) } });
    };
    await refused(['import', 'bars', join(folder, 'missing.csv')], 'bad-file', 'missing.csv: it cannot be opened');
    await refused(['import', 'bars', join(folder, 'end_1m.csv'), '--timeframe', 'soon'], 'invalid-input', '--timeframe');
    await refused(['import', 'dataset', join(folder, 'end_1m.csv')], 'bad-file', 'no dataset');
    await refused(['queue', 'make', '--length', '5'], 'invalid-input', 'several series');
    await refused(['queue', 'make', '--series', '1', '--length', '5', '--take', 'rule'], 'invalid-input', 'chooses some of the windows');
    await refused(['queue', 'make', '--series', '1', '--length', '500'], 'not-enough-data', '500');
    await refused(['export', 'bars', '--series', '1'], 'invalid-input', '--json');
    await refused(['export', 'predictions', '--run', '9', '--series', '1', '--output', join(folder, 'p.csv')], 'not-found', '');
  });
});
