import type { Learner } from '../../../shared/engine/comparison/contender-parts.ts';
import { letterOf } from '../../state/compared.ts';

/** How a contender is drawn everywhere: no two share colour and dashes both, and neighbours differ in either. */
export interface ContenderLook {
  readonly letter: string;
  /** Name of a colour token. */
  readonly colour: string;
  readonly isDashed: boolean;
}

/** Of what learned: the contender's letter, with a number where several belong to it. */
export const learnerLetter = ({ place, nth }: Pick<Learner, 'place' | 'nth'>): string => `${letterOf(place)}${nth ?? ''}`;

const COLOURS = ['--accent', '--second', '--prediction', '--good'] as const;

export function contenderLook(place: number): ContenderLook {
  const isDashed = (place % 2 === 1) !== (place >= COLOURS.length);
  return { letter: letterOf(place), colour: COLOURS[place % COLOURS.length], isDashed };
}
