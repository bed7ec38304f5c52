import { backend, engine, reshape, tidy, type Tensor, type Tensor1D, type TensorInfo } from '@tensorflow/tfjs-core';

/** A compute shader over flat arrays. */
export interface GpuProgram {
  /** Names everything that its text depends on, because tfjs compiles one program per key. */
  readonly key: string;
  /** WGSL: `fn main(index : i32)`, for each invocation; reads the inputs and `uniforms`, writes `result`. */
  readonly text: () => string;
  /** Names of the inputs, and how many numbers an element of each has. */
  readonly inputs: readonly (readonly [name: string, components: 1 | 4])[];
  /** Integers that vary from one run to the next. */
  readonly uniforms: Readonly<Record<string, number>>;
  readonly workgroups: number;
  /** Invocations in each. */
  readonly workgroupSize: number;
  /** Numbers in `result`. */
  readonly size: number;
}

/** What the device allows; the names are WebGPU's own. */
export interface GpuLimits {
  /** Bytes. */
  readonly maxComputeWorkgroupStorageSize: number;
  readonly maxComputeInvocationsPerWorkgroup: number;
  readonly maxComputeWorkgroupSizeX: number;
  /** Bytes. */
  readonly maxStorageBufferBindingSize: number;
  readonly maxComputeWorkgroupsPerDimension: number;
}

/** The part of tfjs's WebGPUBackend that runs programs; its own types bring the DOM's. */
interface ProgramRunner {
  readonly device: { readonly limits: GpuLimits };
  runWebGPUProgram(program: object, inputs: readonly Tensor[], dtype: 'float32', uniforms: readonly { type: 'int32'; data: number[] }[]): TensorInfo;
}

const runner = (): ProgramRunner => backend() as unknown as ProgramRunner;

export const gpuLimits = (): GpuLimits => runner().device.limits;

/** Runs a program on the active back end, which must be tfjs's WebGPU: one dispatch. */
export function runProgram(program: GpuProgram, inputs: readonly Tensor[]): Tensor1D {
  return tidy(() => {
    const uniforms = Object.values(program.uniforms).map((value) => ({ type: 'int32' as const, data: [value] }));
    const flat = inputs.map((input) => reshape(input, [-1]));
    return engine().makeTensorFromTensorInfo(runner().runWebGPUProgram(forTfjs(program), flat, 'float32', uniforms)) as Tensor1D;
  });
}

/** The program as tfjs describes its own. */
function forTfjs({ key, text, inputs, uniforms, workgroups, workgroupSize, size }: GpuProgram): object {
  return {
    shaderKey: key,
    getUserCode: text,
    variableNames: inputs.map(([name]) => name),
    variableComponents: inputs.map(([, components]) => components),
    uniforms: Object.keys(uniforms).map((name) => `${name} : i32, `).join(''),
    dispatchLayout: { x: [0] },
    dispatch: [workgroups, 1, 1],
    workgroupSize: [workgroupSize, 1, 1],
    outputShape: [size],
  };
}
