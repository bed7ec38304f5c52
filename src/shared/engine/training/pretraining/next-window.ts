/** Mean of each feature over a window's bars, then the standard deviation of each. features: [T,D] -> [2 D] */
export function nextWindow(features: Float32Array, inputs: number): Float32Array {
  const length = features.length / inputs;
  const answer = new Float32Array(2 * inputs);
  for (let d = 0; d < inputs; d++) {
    let [sum, squares] = [0, 0];
    for (let t = 0; t < length; t++) sum += features[t * inputs + d];
    for (let t = 0; t < length; t++) squares += (features[t * inputs + d] - sum / length) ** 2;
    answer[d] = sum / length;
    answer[inputs + d] = Math.sqrt(squares / length);
  }
  return answer;
}
