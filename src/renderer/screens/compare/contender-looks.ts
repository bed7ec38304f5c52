import { letterOf } from '../../state/compared.ts';

/** How a contender is drawn everywhere: no two share colour and dashes both, and neighbours differ in either. */
export interface ContenderLook {
  readonly letter: string;
  /** Name of a colour token. */
  readonly colour: string;
  readonly isDashed: boolean;
}

const COLOURS = ['--accent', '--second', '--prediction', '--good'] as const;

export function contenderLook(place: number): ContenderLook {
  const isDashed = (place % 2 === 1) !== (place >= COLOURS.length);
  return { letter: letterOf(place), colour: COLOURS[place % COLOURS.length], isDashed };
}
