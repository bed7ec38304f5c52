import type { NetworkOutputs } from '../../../../src/shared/engine/kernels/network/network-task.ts';
import { runJade } from '../../../../src/shared/engine/model/run-jade.ts';
import { fromStateDict } from '../../../../src/shared/engine/model/state-dict.ts';
import { gatherBatch } from '../../../../src/shared/engine/training/batch.ts';
import { lossAndGradient } from '../../../../src/shared/engine/training/loss-and-gradient.ts';
import type { LossWithGradient } from '../../../../src/shared/engine/training/loss-with-gradient.ts';
import type { Objective } from '../../../../src/shared/engine/training/objective.ts';
import { goldenPart } from '../../../unit/engine/training/golden-batch.ts';
import { lstmGoldenOf } from '../../../unit/engine/kernels/bilstm/lstm-golden.ts';
import { fetchPair, fetchTensors } from './fetch-tensors.ts';
import { runBilstm } from './run-bilstm.ts';

export async function runLstmGolden(name: string): Promise<Float32Array[]> {
  const { f64, f32 } = await fetchPair(name);
  return runBilstm(lstmGoldenOf(f64, f32), { hasCells: true, apart: false, limits: {} });
}

export async function runJadeGolden(name: string): Promise<NetworkOutputs> {
  return runJade(fromStateDict(await fetchTensors(`${name}_state_dict`)), goldenPart(await fetchPair(`${name}_io`), false));
}

/** `soft`: against the faded mask. */
export async function differentiateJadeGolden({ name, soft, objective }: { readonly name: string; readonly soft: boolean; readonly objective: Objective }): Promise<LossWithGradient> {
  const batch = gatherBatch(goldenPart(await fetchPair(`${name}_io`), soft), [0, 1, 2, 3], objective);
  return lossAndGradient(fromStateDict(await fetchTensors(`${name}_state_dict`)), batch, objective, null);
}
