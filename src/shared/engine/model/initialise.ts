import type { PerTask } from '../../domain/run.ts';
import { randomUniform } from './counter-random.ts';
import type { JadeConfig } from './jade-config.ts';
import { logSigmaNames } from './log-sigmas.ts';
import { makeParameters, type Parameters } from './parameters.ts';
import { initialStream } from './random-streams.ts';

/** PyTorch's default initialisation from a seed: each parameter has its own stream, so that none depends on another's size. */
export function initialise(config: JadeConfig, initialLogSigma: PerTask, seed: number): Parameters {
  const parameters = makeParameters(config);
  fillParameters(parameters, seed);
  for (const [task, name] of logSigmaNames) parameters.views.get(name)![0] = initialLogSigma[task];
  return parameters;
}

/** All but the log-sigmas. */
export function fillParameters({ specs, views }: Parameters, seed: number): void {
  specs.forEach(({ name, initial }, index) => {
    if (initial.kind === 'uniform') fillUniform(views.get(name)!, initial.bound, initialStream(seed, index));
    if (initial.kind === 'constant') views.get(name)!.fill(initial.value);
  });
}

function fillUniform(values: Float32Array, bound: number, key: number): void {
  for (let i = 0; i < values.length; i++) values[i] = bound * (2 * randomUniform(key, i) - 1);
}
