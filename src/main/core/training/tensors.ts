import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { featureSet } from '../../../shared/engine/features/feature-set.ts';
import type { FeatureWindows } from '../../../shared/engine/model/run-jade.ts';
import { variantsOf, type Variant } from '../../../shared/engine/training/augmentation/variants.ts';
import type { TrainData, TrainPart } from '../../../shared/engine/training/train-data.ts';
import type { WindowData } from '../../../shared/engine/training/window-data.ts';
import { fillVariant, inputsOf, makePart } from '../../../shared/engine/training/window-tensors.ts';
import { makeBreather } from './breathe.ts';

type Rules = Pick<TrainConfig, 'features' | 'featureScope' | 'maskTarget'>;
type TrainRules = Rules & Pick<TrainConfig, 'augmentation'>;

export const lengthOf = ({ bars, warmUp }: Pick<WindowData, 'bars' | 'warmUp'>): number => bars.time.length - warmUp;

/** Items of those windows that belong to a part, in order. */
export function ofPart<Item>(items: readonly Item[], parts: readonly SplitPart[], part: SplitPart): readonly Item[] {
  return items.filter((_, n) => parts[n] === part);
}

/** What a trainer learns from and judges by; only what it learns from comes in variants. */
export async function buildTrainData(windows: readonly WindowData[], parts: readonly SplitPart[], config: TrainRules): Promise<TrainData> {
  const val = ofPart(windows, parts, 'val');
  return {
    train: await buildPart(ofPart(windows, parts, 'train'), config, variantsOf(config.augmentation)),
    val: val.length === 0 ? null : await buildPart(val, config, variantsOf()),
  };
}

async function buildPart(windows: readonly WindowData[], config: Rules, variants: readonly Variant[]): Promise<TrainPart> {
  const rules = { ...config, features: featureSet(config.features) };
  const breathe = makeBreather();
  const part = makePart(windows.length, lengthOf(windows[0]), rules.features, variants.length);
  for (const [v, variant] of variants.entries()) {
    for (const [n, window] of windows.entries()) {
      await breathe();
      fillVariant(part, v * windows.length + n, window, variant, rules);
    }
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
