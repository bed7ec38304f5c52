import type { WindowHeads } from '../../domain/window-heads.ts';
import type { JudgedPart } from '../evaluation/judged-part.ts';
import type { JudgedWindows } from './judged-windows.ts';

/** The n-th window of some that were judged. */
export interface PickedWindow {
  readonly from: JudgedWindows;
  readonly n: number;
}

type Values = Float32Array | Uint8Array;

/** These windows, in this order, as if they had been judged together. picks: at least one, all of one part and length. */
export function pickWindows(picks: readonly PickedWindow[]): JudgedWindows {
  return {
    windows: picks.map(({ from, n }) => from.windows[n]),
    shownBy: picks.map(({ from, n }) => from.shownBy[n]),
    judged: pickJudged(picks),
  };
}

function pickJudged(picks: readonly PickedWindow[]): JudgedPart {
  const { part, length } = picks[0].from.judged;
  const values = <Kind extends Values>(of: (judged: JudgedPart) => Kind): Kind => join(picks.map(({ from, n }) => row(of(from.judged), n, from.judged.labels.length)));
  return {
    part,
    length,
    labels: picks.map(({ from, n }) => from.judged.labels[n]),
    target: values(({ target }) => target),
    probability: values(({ probability }) => probability),
    heads: pickHeads(picks),
    displacement: values(({ displacement }) => displacement),
    places: picks.map(({ from, n }) => from.judged.places[n]),
  };
}

/** null where a window's heads are not known. */
function pickHeads(picks: readonly PickedWindow[]): WindowHeads | null {
  const known = picks.flatMap(({ from: { judged }, n }) => (judged.heads === null ? [] : [{ heads: judged.heads, n, count: judged.labels.length }]));
  if (known.length < picks.length) return null;
  const values = <Kind extends Values>(of: (heads: WindowHeads) => Kind): Kind => join(known.map(({ heads, n, count }) => row(of(heads), n, count)));
  return {
    type: values(({ type }) => type),
    pointers: values(({ pointers }) => pointers),
    countdown: values(({ countdown }) => countdown),
    sequence: known.some(({ heads }) => heads.sequence === null)
      ? null
      : { tags: values(({ sequence }) => sequence!.tags), posterior: values(({ sequence }) => sequence!.posterior) },
  };
}

/** The n-th of `count` equal parts. */
const row = <Kind extends Values>(values: Kind, n: number, count: number): Kind =>
  values.subarray((n * values.length) / count, ((n + 1) * values.length) / count) as Kind;

/** arrays: at least one, all of one kind. */
function join<Kind extends Values>(arrays: readonly Kind[]): Kind {
  const joined = new (arrays[0].constructor as new (length: number) => Kind)(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return joined;
}
