// Columns in groups of eight, as the kernels multiply them: a matrix [rows, columns] becomes [columns/8, rows, 8]. Every weight
// passes here once a step, so that these are loops without functions.

/** A Linear's weight [C, D] as the matrix [D, C]. */
export function packLinear(weight: Float32Array, inputs: number, panels: Float32Array): void {
  for (let at = 0; at < weight.length; at++) panels[linearPlace(at, inputs)] = weight[at];
}

export function addLinear(panels: Float32Array, inputs: number, gradient: Float32Array): void {
  for (let at = 0; at < gradient.length; at++) gradient[at] += panels[linearPlace(at, inputs)];
}

const linearPlace = (at: number, inputs: number): number => {
  const column = Math.floor(at / inputs);
  return ((column >> 3) * inputs + at - column * inputs) * 8 + (column & 7);
};

/**
 * A Conv1d's weight [C, C, K] as the matrix [K C, C] that the bars of a kernel side by side are multiplied with, and as the one
 * for slopes: the kernel turned round, read and written channels in each other's place.
 */
export function packConvolution(weight: Float32Array, channels: number, kernel: number, panels: Float32Array, backPanels: Float32Array): void {
  const rows = kernel * channels;
  let at = 0;
  for (let written = 0; written < channels; written++) {
    const column = (written >> 3) * rows * 8 + (written & 7);
    for (let read = 0; read < channels; read++) {
      const backColumn = (read >> 3) * rows * 8 + (read & 7);
      for (let j = 0; j < kernel; j++, at++) {
        panels[column + (j * channels + read) * 8] = weight[at];
        backPanels[backColumn + ((kernel - 1 - j) * channels + written) * 8] = weight[at];
      }
    }
  }
}

export function addConvolution(panels: Float32Array, channels: number, kernel: number, gradient: Float32Array): void {
  const rows = kernel * channels;
  let at = 0;
  for (let written = 0; written < channels; written++) {
    const column = (written >> 3) * rows * 8 + (written & 7);
    for (let read = 0; read < channels; read++) {
      for (let j = 0; j < kernel; j++, at++) gradient[at] += panels[column + (j * channels + read) * 8];
    }
  }
}
