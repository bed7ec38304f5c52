import type { WindowHeads } from '../../domain/window-heads.ts';
import type { JudgedPart } from '../evaluation/judged-part.ts';
import type { JudgedWindows } from './judged-windows.ts';

/**
 * What several say together of the same N windows: of each bar the mean of their probabilities (of a model of sequences its
 * posterior), and the means of what their other heads say (of the types their scores, as members of one run's ensemble are
 * averaged). There is no sequence: most likely ones have no mean. Labels, and the run that shows a window, are the first's.
 * parts: at least one, of the same windows in the same order.
 */
export function judgeTogether(parts: readonly JudgedWindows[]): JudgedWindows {
  const [first] = parts;
  const judged = parts.map((part) => part.judged);
  return { ...first, judged: { ...first.judged, probability: meanOf(judged.map(ofBars)), heads: meanHeads(judged.map(({ heads }) => heads)) } };
}

/** [N,T]. A CRF may tell a softmax of its emissions, as published, which is not what it believes. */
const ofBars = ({ probability, heads }: JudgedPart): Float32Array => heads?.sequence?.posterior ?? probability;

/** null where the heads of any of them are not known. */
function meanHeads(all: readonly (WindowHeads | null)[]): WindowHeads | null {
  const known = all.filter((heads) => heads !== null);
  if (known.length < all.length) return null;
  return {
    type: meanOf(known.map(({ type }) => type)),
    pointers: meanOf(known.map(({ pointers }) => pointers)),
    countdown: meanOf(known.map(({ countdown }) => countdown)),
    sequence: null,
  };
}

/** Summed in double precision, so that the mean of equal ones is that very one. arrays: at least one, all of one length. */
function meanOf(arrays: readonly Float32Array[]): Float32Array {
  return arrays[0].map((_, i) => arrays.reduce((sum, values) => sum + values[i], 0) / arrays.length);
}
