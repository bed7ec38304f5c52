import type { BackendReport, BackendRow } from '../../../shared/contract/training.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { SelectOption } from '../../ui/Select.tsx';

type Backend = TrainConfig['backend'];

const NAMES: Readonly<Record<Backend, string>> = {
  auto: 'The fastest here',
  'tensorflow-gpu': 'TensorFlow on CUDA',
  tensorflow: 'TensorFlow on the processor',
  webgpu: 'WebGPU on the graphics card',
  wasm: 'WebAssembly',
  cpu: 'Plain JavaScript',
};

/** The name by which runs and notes call it stands in brackets. */
export const backendTitle = (name: Backend): string => (name === 'auto' ? NAMES.auto : `${NAMES[name]} (${name})`);

/** Of a step of training. */
export function stepWords({ usable, secondsPerStep }: BackendRow): string {
  if (secondsPerStep !== null) return secondsPerStep < 0.995 ? `${Math.max(1, Math.round(secondsPerStep * 1000))} ms` : `${secondsPerStep.toFixed(1)} s`;
  return usable === false ? '–' : 'not tested';
}

/** Reasons come from libraries too, and end as they like. */
export const asSentence = (reason: string): string => (/[.!?]$/.test(reason) ? reason : `${reason}.`).replace(/^[a-z]/, (first) => first.toUpperCase());

/** What can be chosen to train on; what cannot be used stands there with its reason. */
export function backendOptions(report: BackendReport | undefined): readonly SelectOption<Backend>[] {
  const rows = report?.backends ?? [];
  return [
    { value: 'auto', label: backendTitle('auto') },
    ...rows.map((row) => ({
      value: row.name as Backend,
      label: backendTitle(row.name as Backend),
      ...(row.usable === false ? { isDisabled: true, note: asSentence(row.reason) } : { detail: stepWords(row) }),
    })),
  ];
}

/** What a training with this back end computes on, as far as that is known. */
export function backendHint(report: BackendReport | undefined, chosen: Backend): string {
  if (chosen !== 'auto') return 'Chosen by you; nothing is tested.';
  return report?.choice ?? 'Found out by a short test when a training starts.';
}

/** What wide vectors are, to whom switches them on. */
export const WIDE_VECTORS_HINT = 'WebAssembly computes with vectors of twice the width, where a check of two seconds at the start finds the same results to the bit. The run says what became of it.';

/** In words, where a training could not compute on what was chosen. */
export function backendProblem(report: BackendReport | undefined, chosen: Backend): string | null {
  const row = report?.backends.find(({ name }) => name === chosen);
  return row?.usable === false ? `Cannot be used now: ${row.reason.replace(/\.$/, '')}.` : null;
}

/** On what a run that failed can go on; null: as before. */
export function resumeOptions(report: BackendReport | undefined, before: string): readonly SelectOption<Backend | null>[] {
  const others = backendOptions(report).filter(({ value, isDisabled }) => value !== before && isDisabled !== true);
  return [{ value: null, label: `On ${before}, as before` }, ...others.map(({ value, label, detail }) => ({ value, label, ...(detail === undefined ? {} : { detail }) }))];
}
