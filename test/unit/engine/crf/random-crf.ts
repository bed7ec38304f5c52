import fc from 'fast-check';
import type { CrfScores, CrfSequence } from '../../../../src/shared/engine/crf/crf-scores.ts';

export interface CrfTask {
  readonly sequence: CrfSequence;
  readonly scores: CrfScores;
  /** [T] */
  readonly path: readonly number[];
}

const scoresOf = (size: number, limit: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min: -limit, max: limit, noNaN: true }), { minLength: size, maxLength: size });

/** Two or three tags, up to `longest` bars of which some may be padding, scores in +-limit. */
export function anyCrfTask(longest: number, limit = 5): fc.Arbitrary<CrfTask> {
  return fc.record({ tags: fc.integer({ min: 2, max: 3 }), steps: fc.integer({ min: 1, max: longest }) }).chain(({ tags, steps }) =>
    fc
      .record({
        emissions: scoresOf(steps * tags, limit),
        length: fc.integer({ min: 1, max: steps }),
        start: scoresOf(tags, limit),
        end: scoresOf(tags, limit),
        transitions: scoresOf(tags * tags, limit),
        path: fc.array(fc.nat(tags - 1), { minLength: steps, maxLength: steps }),
      })
      .map(({ emissions, length, start, end, transitions, path }) => ({ sequence: { emissions, length }, scores: { tags, start, end, transitions }, path })),
  );
}

/** Every path over the bars that count. */
export function allPaths({ length }: CrfSequence, { tags }: CrfScores): number[][] {
  let paths: number[][] = [[]];
  for (let t = 0; t < length; t++) paths = paths.flatMap((path) => Array.from({ length: tags }, (_, tag) => [...path, tag]));
  return paths;
}
