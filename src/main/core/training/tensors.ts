import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { featureSet } from '../../../shared/engine/features/feature-set.ts';
import type { FeatureWindows } from '../../../shared/engine/model/run-jade.ts';
import type { TrainData, TrainPart } from '../../../shared/engine/training/train-data.ts';
import type { WindowData } from '../../../shared/engine/training/window-data.ts';
import { fillWindow, inputsOf, makePart } from '../../../shared/engine/training/window-tensors.ts';
import { makeBreather } from './breathe.ts';

type Rules = Pick<TrainConfig, 'features' | 'featureScope' | 'maskTarget'>;

export const lengthOf = ({ bars, warmUp }: Pick<WindowData, 'bars' | 'warmUp'>): number => bars.time.length - warmUp;

/** Items of those windows that belong to a part, in order. */
export function ofPart<Item>(items: readonly Item[], parts: readonly SplitPart[], part: SplitPart): readonly Item[] {
  return items.filter((_, n) => parts[n] === part);
}

/** What a trainer learns from and judges by. */
export async function buildTrainData(windows: readonly WindowData[], parts: readonly SplitPart[], config: Rules): Promise<TrainData> {
  const val = ofPart(windows, parts, 'val');
  return {
    train: await buildPart(ofPart(windows, parts, 'train'), config),
    val: val.length === 0 ? null : await buildPart(val, config),
  };
}

async function buildPart(windows: readonly WindowData[], config: Rules): Promise<TrainPart> {
  const rules = { ...config, features: featureSet(config.features) };
  const breathe = makeBreather();
  const part = makePart(windows.length, lengthOf(windows[0]), rules.features);
  for (const [n, window] of windows.entries()) {
    await breathe();
    fillWindow(part, n, window, rules);
  }
  return part;
}

/** What a model reads of windows of one length, at least one. */
export async function buildInputs(windows: readonly Pick<WindowData, 'bars' | 'warmUp'>[], config: Rules): Promise<FeatureWindows> {
  const rules = { ...config, features: featureSet(config.features) };
  const breathe = makeBreather();
  const length = lengthOf(windows[0]);
  const inputs = rules.features.names.length;
  const features = new Float32Array(windows.length * length * inputs);
  for (const [n, window] of windows.entries()) {
    await breathe();
    features.set(inputsOf(window, rules), n * length * inputs);
  }
  return { windows: windows.length, length, inputs, features };
}
