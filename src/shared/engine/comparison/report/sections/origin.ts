import type { Comparison } from '../../../../domain/comparison.ts';
import { learnersOf } from '../../contender-parts.ts';
import { table, text, type Section } from '../document.ts';
import type { Origin } from '../origin.ts';

/** What was trained where from which labels, and the commands that do it again. */
export function originSection({ contenders }: Comparison, { version, writtenAt, commands }: Origin): Section {
  const rows = learnersOf(contenders).flatMap(({ name, runs }) =>
    runs.map((run) => [
      name,
      run.name,
      String(run.id),
      String(run.seed),
      String(run.epochsDone),
      String(run.steps),
      run.secondsPerEpoch === null ? '' : run.secondsPerEpoch.toFixed(2),
      run.backend,
      run.snapshotHash.slice(0, 12),
      isoTime(run.createdAt),
    ]),
  );
  return {
    title: 'To make it again',
    blocks: [
      text(`Expanse ${version}, written ${isoTime(writtenAt)}. The hash is that of the labelled windows that a run was given.`),
      table(['Contender', 'run', 'id', 'seed', 'epochs', 'steps', 's per epoch', 'back end', 'labels (sha-256)', 'trained'], rows),
      text('The same seeds give the same weights on the same back end. In a project of its own:'),
      { kind: 'code', lines: commands },
    ],
  };
}

const isoTime = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
