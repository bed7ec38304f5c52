import { describe, expect, it } from 'vitest';
import { runId } from '../../../src/shared/domain/ids.ts';
import { findSource } from '../../../src/main/cli/compare/find-source.ts';

const runs = [
  { id: runId(1), name: 'soft' },
  { id: runId(2), name: 'twice' },
  { id: runId(3), name: 'twice' },
  { id: runId(4), name: '7' },
];

describe('a word of the command line', () => {
  it('is an id, a name, or an experiment with or without its group', () => {
    expect(findSource('3', runs)).toEqual({ kind: 'run', runId: 3 });
    expect(findSource('soft', runs)).toEqual({ kind: 'run', runId: 1 });
    expect(findSource('experiment:12', runs)).toEqual({ kind: 'experiment', experimentId: 12, group: null });
    expect(findSource('experiment:12/mode=crf, lr/2', runs)).toEqual({ kind: 'experiment', experimentId: 12, group: 'mode=crf, lr/2' });
    // An id that is a name, too, is an id.
    expect(findSource('7', runs)).toEqual({ kind: 'run', runId: 7 });
  });

  it('is refused where it means none or several', () => {
    expect(() => findSource('sof', runs)).toThrow(/no run named “sof”/);
    expect(() => findSource('experiment:x', runs)).toThrow(/no run named/);
    expect(() => findSource('twice', runs)).toThrow(expect.objectContaining({ message: '2 runs are named “twice”.', nextStep: 'Give one of their ids: 2, 3.' }));
  });
});
