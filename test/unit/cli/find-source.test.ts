import { describe, expect, it } from 'vitest';
import { experimentId, runId } from '../../../src/shared/domain/ids.ts';
import { experimentsIn, findSource } from '../../../src/main/cli/compare/find-source.ts';

const runs = [
  { id: runId(1), name: 'soft' },
  { id: runId(2), name: 'twice' },
  { id: runId(3), name: 'twice' },
  { id: runId(4), name: '7' },
];

const known = { runs, groups: new Map() };

describe('a word of the command line', () => {
  it('is an id, a name, or an experiment with or without its group', () => {
    expect(findSource('3', known)).toEqual({ kind: 'run', runId: 3 });
    expect(findSource('soft', known)).toEqual({ kind: 'run', runId: 1 });
    expect(findSource('experiment:12', known)).toEqual({ kind: 'experiment', experimentId: 12, group: null });
    expect(findSource('experiment:12/mode=crf, lr/2', known)).toEqual({ kind: 'experiment', experimentId: 12, group: 'mode=crf, lr/2' });
    // An id that is a name, too, is an id.
    expect(findSource('7', known)).toEqual({ kind: 'run', runId: 7 });
  });

  it('is refused where it means none or several', () => {
    expect(() => findSource('sof', known)).toThrow(/no run named “sof”/);
    expect(() => findSource('experiment:x', known)).toThrow(/no run named/);
    expect(() => findSource('twice', known)).toThrow(expect.objectContaining({ message: '2 runs are named “twice”.', nextStep: 'Give one of their ids: 2, 3.' }));
  });
});

describe('a word with a plus', () => {
  const named = [...runs, { id: runId(5), name: 'a+b' }, { id: runId(6), name: 'c + d' }, { id: runId(8), name: 'c' }, { id: runId(9), name: 'd' }];
  const groups = new Map([
    [experimentId(1), ['mode soft', 'mode crf', 'note x+3', 'note x']],
    [experimentId(2), ['']],
  ]);
  const find = (word: string) => findSource(word, { runs: named, groups });
  const run = (id: number) => ({ kind: 'run', runId: id });
  const group = (name: string | null, id = 1) => ({ kind: 'experiment', experimentId: id, group: name });

  it('is several together, whatever they are', () => {
    expect(find('1+3')).toEqual({ kind: 'together', parts: [run(1), run(3)] });
    expect(find('soft + 4+experiment:2')).toEqual({ kind: 'together', parts: [run(1), run(4), group(null, 2)] });
    expect(find('experiment:1/mode soft+experiment:1/mode crf')).toEqual({ kind: 'together', parts: [group('mode soft'), group('mode crf')] });
  });

  it('is one where the plus belongs to a name', () => {
    expect(find('a+b')).toEqual(run(5));
    expect(find('a+b+soft')).toEqual({ kind: 'together', parts: [run(5), run(1)] });
  });

  it('is refused where it can be read in two ways, and where a part of it is nothing', () => {
    expect(() => find('experiment:1/note x+3')).toThrow('“experiment:1/note x+3” can be read as “experiment:1/note x+3” or as “experiment:1/note x” together with “3”.');
    expect(() => find('c + d')).toThrow('can be read as “c + d” or as “c” together with “d”');
    expect(find('8+9')).toEqual({ kind: 'together', parts: [run(8), run(9)] });
    expect(() => find('soft+sofa')).toThrow(/there is no “sofa” in the project/);
    expect(() => find('1+99')).toThrow(/there is no “99”/);
    expect(() => find('1+')).toThrow(/there is no “”/);
    expect(() => find('1+experiment:1/mode sofa')).toThrow(/there is no “experiment:1\/mode sofa”/);
    expect(() => find('soft+twice')).toThrow(/2 runs are named “twice”/);
  });

  it('tells which experiments it speaks of', () => {
    expect(experimentsIn('experiment:1/mode soft+3+experiment:22')).toEqual([1, 22]);
    expect(experimentsIn('experiment:1/mode soft')).toEqual([]);
  });
});
