import { ExpanseError } from '../../contract/errors.ts';
import type { NamedArray, NamedArrays } from '../safetensors/tensor-data.ts';
import type { JadeConfig } from './jade-config.ts';
import { makeParameters, type Parameters } from './parameters.ts';

/** In the reference's soft variant these are second names of the same storage: a `state_dict` holds them twice. */
const SOFT_ALIASES: readonly (readonly [alias: string, name: string])[] = [
  ['log_sigma_binary', 'log_sigma_span'],
  ['expansion_binary_head.1.weight', 'expansion_span_emission.1.weight'],
  ['expansion_binary_head.1.bias', 'expansion_span_emission.1.bias'],
];

/** What PyTorch's `load_state_dict` takes: all parameters by name, tied ones under both names. */
export function toStateDict({ config, specs, views }: Parameters): NamedArrays {
  const own = new Map(specs.map(({ name, shape }): [string, NamedArray] => [name, { shape, data: views.get(name)!.slice() }]));
  const aliases = config.mode === 'soft' ? SOFT_ALIASES : [];
  return new Map([...own, ...aliases.map(([alias, name]): [string, NamedArray] => [alias, own.get(name)!])]);
}

/** Throws ExpanseError 'bad-file' that names the parameter which is missing, has another shape, or is tied but differs. */
export function fromStateDict(tensors: NamedArrays): Parameters {
  const parameters = makeParameters(configOf(tensors));
  for (const { name, shape } of parameters.specs) parameters.views.get(name)!.set(floatsOf(tensors, name, shape));
  if (parameters.config.mode === 'soft') checkAliases(tensors);
  return parameters;
}

/** Variant and sizes from the shapes of the weights. */
function configOf(tensors: NamedArrays): JadeConfig {
  return {
    ...modeOf(tensors),
    ...(tensors.has('encoder.input.weight') ? dilatedSizes(tensors) : lstmSizes(tensors)),
    ...attentionOf(tensors),
  };
}

function modeOf(tensors: NamedArrays): Pick<JadeConfig, 'mode' | 'longestSpan'> {
  const durations = tensors.get('segments.durations')?.shape;
  if (durations !== undefined) return { mode: 'segments', longestSpan: durations[0] };
  return { mode: tensors.has('crf.transitions') ? 'crf' : 'soft' };
}

function attentionOf(tensors: NamedArrays): Pick<JadeConfig, 'attention'> {
  const query = tensors.get('attention.query.weight')?.shape;
  if (query === undefined) return {};
  if (query.length !== 3) throw missing('attention.query.weight');
  return { attention: { heads: query[0] } };
}

function dilatedSizes(tensors: NamedArrays): Pick<JadeConfig, 'inputs' | 'hiddenSize' | 'encoder'> {
  const input = tensors.get('encoder.input.weight')?.shape;
  const first = tensors.get('encoder.blocks.0.weight')?.shape;
  if (input?.length !== 2) throw missing('encoder.input.weight');
  if (first?.length !== 3) throw missing('encoder.blocks.0.weight');
  let blocks = 1;
  while (tensors.has(`encoder.blocks.${blocks}.weight`)) blocks++;
  // A BiLSTM of as many states per bar.
  const hiddenSize = Math.ceil(input[0] / 2);
  return { inputs: input[1], hiddenSize, encoder: { kind: 'dilated', channels: input[0], blocks, kernel: first[2] } };
}

function lstmSizes(tensors: NamedArrays): Pick<JadeConfig, 'inputs' | 'hiddenSize'> {
  const recurrent = tensors.get('lstm.weight_hh_l0')?.shape;
  const input = tensors.get('lstm.weight_ih_l0')?.shape;
  if (recurrent?.length !== 2) throw missing('lstm.weight_hh_l0');
  if (input?.length !== 2) throw missing('lstm.weight_ih_l0');
  return { inputs: input[1], hiddenSize: recurrent[1] };
}

function floatsOf(tensors: NamedArrays, name: string, shape: readonly number[]): Float32Array | Float64Array {
  const tensor = tensors.get(name);
  if (tensor === undefined) throw missing(name);
  if (tensor.shape.join() !== shape.join()) {
    throw bad(`"${name}" has the shape [${tensor.shape.join(', ')}]; expected [${shape.join(', ')}]`);
  }
  if (!(tensor.data instanceof Float32Array || tensor.data instanceof Float64Array)) throw bad(`"${name}" holds no floating-point numbers`);
  if (!tensor.data.every(Number.isFinite)) throw bad(`"${name}" holds a value that is no finite number`);
  return tensor.data;
}

function checkAliases(tensors: NamedArrays): void {
  for (const [alias, name] of SOFT_ALIASES) {
    const first = tensors.get(name)?.data;
    const second = tensors.get(alias)?.data;
    if (second !== undefined && !second.every((value, i) => value === first?.[i])) throw bad(`"${alias}" is tied to "${name}" but differs from it`);
  }
}

const missing = (name: string): ExpanseError => bad(`"${name}" is missing or no matrix`);

function bad(what: string): ExpanseError {
  return new ExpanseError('bad-file', `These are no weights of JadeCompact: ${what}.`, 'Choose a state_dict of JadeCompact, saved as safetensors.');
}
