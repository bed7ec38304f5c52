/** B sequences of T steps with D inputs, H units, one direction. */
export interface LstmSize {
  readonly steps: number;
  readonly batch: number;
  readonly inputs: number;
  readonly units: number;
}

/** Values by their places, so that every op can say where its own layout has them. Gates: i, f, candidate, o. */
export interface LstmReaders {
  /** Input k of sequence b at step t. */
  x(t: number, b: number, k: number): number;
  /** Weight of element k of [x | h] for row `gate * H + unit`. */
  weight(row: number, k: number): number;
  bias(row: number): number;
}

/** Each [T][B][H], flat. */
export interface LstmStates {
  readonly i: Float64Array;
  readonly f: Float64Array;
  readonly candidate: Float64Array;
  readonly o: Float64Array;
  readonly cells: Float64Array;
  readonly squashed: Float64Array;
  readonly hidden: Float64Array;
}

export interface LstmSlopes {
  /** [T, B, D] */
  readonly x: Float64Array;
  /** [4H, D+H], by row */
  readonly weight: Float64Array;
  /** [4H] */
  readonly bias: Float64Array;
}

const logistic = (z: number) => 1 / (1 + Math.exp(-z));

/** An LSTM with zero initial state, one number at a time. */
export function slowLstm(size: LstmSize, read: LstmReaders): LstmStates {
  const { steps, batch, inputs, units } = size;
  const make = () => new Float64Array(steps * batch * units);
  const states = { i: make(), f: make(), candidate: make(), o: make(), cells: make(), squashed: make(), hidden: make() };
  for (let t = 0; t < steps; t++) {
    for (let b = 0; b < batch; b++) {
      const before = (unit: number, of: Float64Array) => (t === 0 ? 0 : of[((t - 1) * batch + b) * units + unit]!);
      const z = (row: number) => {
        let sum = read.bias(row);
        for (let k = 0; k < inputs; k++) sum += read.weight(row, k) * read.x(t, b, k);
        for (let k = 0; k < units; k++) sum += read.weight(row, inputs + k) * before(k, states.hidden);
        return sum;
      };
      for (let unit = 0; unit < units; unit++) {
        const at = (t * batch + b) * units + unit;
        states.i[at] = logistic(z(unit));
        states.f[at] = logistic(z(units + unit));
        states.candidate[at] = Math.tanh(z(2 * units + unit));
        states.o[at] = logistic(z(3 * units + unit));
        states.cells[at] = states.i[at]! * states.candidate[at]! + states.f[at]! * before(unit, states.cells);
        states.squashed[at] = Math.tanh(states.cells[at]!);
        states.hidden[at] = states.o[at]! * states.squashed[at]!;
      }
    }
  }
  return states;
}

/** Chain rule through the same steps, backwards. dCells and dHidden: what comes from outside at each step. */
export function slowLstmSlopes(
  size: LstmSize,
  read: LstmReaders,
  states: LstmStates,
  dCells: (t: number, b: number, unit: number) => number,
  dHidden: (t: number, b: number, unit: number) => number,
): LstmSlopes {
  const { steps, batch, inputs, units } = size;
  const depth = inputs + units;
  const slopes = { x: new Float64Array(steps * batch * inputs), weight: new Float64Array(4 * units * depth), bias: new Float64Array(4 * units) };
  for (let b = 0; b < batch; b++) {
    let hiddenFromLater = new Float64Array(units);
    const cellFromLater = new Float64Array(units);
    for (let t = steps - 1; t >= 0; t--) {
      const dz = new Float64Array(4 * units);
      for (let unit = 0; unit < units; unit++) {
        const at = (t * batch + b) * units + unit;
        const [i, f, candidate, o, squashed] = [states.i[at]!, states.f[at]!, states.candidate[at]!, states.o[at]!, states.squashed[at]!];
        const cellBefore = t === 0 ? 0 : states.cells[at - batch * units]!;
        const dh = dHidden(t, b, unit) + hiddenFromLater[unit]!;
        const dc = dCells(t, b, unit) + cellFromLater[unit]! + dh * o * (1 - squashed ** 2);
        dz[unit] = dc * candidate * i * (1 - i);
        dz[units + unit] = dc * cellBefore * f * (1 - f);
        dz[2 * units + unit] = dc * i * (1 - candidate ** 2);
        dz[3 * units + unit] = dh * squashed * o * (1 - o);
        cellFromLater[unit] = dc * f;
      }
      hiddenFromLater = new Float64Array(units);
      for (let row = 0; row < 4 * units; row++) {
        slopes.bias[row]! += dz[row]!;
        for (let k = 0; k < inputs; k++) {
          slopes.weight[row * depth + k]! += dz[row]! * read.x(t, b, k);
          slopes.x[(t * batch + b) * inputs + k]! += dz[row]! * read.weight(row, k);
        }
        for (let k = 0; k < units; k++) {
          const hiddenBefore = t === 0 ? 0 : states.hidden[((t - 1) * batch + b) * units + k]!;
          slopes.weight[row * depth + inputs + k]! += dz[row]! * hiddenBefore;
          hiddenFromLater[k]! += dz[row]! * read.weight(row, inputs + k);
        }
      }
    }
  }
  return slopes;
}
