/**
 * Columns in groups of eight, as the kernels multiply them: [rows, columns] with elements at(row, column) becomes
 * [columns/8, rows, 8].
 */
export function packPanels(panels: Float32Array, from: Float32Array, rows: number, columns: number, at: (row: number, column: number) => number): void {
  let to = 0;
  for (let first = 0; first < columns; first += 8) {
    for (let row = 0; row < rows; row++) {
      for (let lane = 0; lane < 8; lane++) panels[to++] = from[at(row, first + lane)];
    }
  }
}

/** Adds panels to what they were packed from. */
export function addPanels(panels: Float32Array, into: Float32Array, rows: number, columns: number, at: (row: number, column: number) => number): void {
  let from = 0;
  for (let first = 0; first < columns; first += 8) {
    for (let row = 0; row < rows; row++) {
      for (let lane = 0; lane < 8; lane++) into[at(row, first + lane)] += panels[from++];
    }
  }
}
