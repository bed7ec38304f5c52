import type { RunOp } from '../../../../../../src/shared/engine/kernels/bilstm/tensorflow-op.ts';
import { makeBlockOps } from './block-ops.ts';
import { cudnnOps } from './cudnn-ops.ts';

export interface FakeTensorflow {
  readonly run: RunOp;
  /** Names of the ops that ran, in order. */
  readonly ran: string[];
}

/** The ops of TensorFlow that the kernels use, in plain loops over one number at a time, as strict about what they are given. */
export function makeFakeTensorflow(): FakeTensorflow {
  const ops = { ...makeBlockOps(), ...cudnnOps };
  const ran: string[] = [];
  const run: RunOp = (name, attributes, inputs, outputs) => {
    const op = ops[name];
    if (op === undefined) throw new Error(`there is no op ${name} here`);
    ran.push(name);
    const results = op(attributes, inputs);
    if (results.length !== outputs) throw new Error(`${name} has ${results.length} outputs, not ${outputs}`);
    return results;
  };
  return { run, ran };
}
