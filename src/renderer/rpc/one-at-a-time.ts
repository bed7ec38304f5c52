/** While the work is under way, asking again joins it: a double click does nothing twice. */
export function oneAtATime<Input, Output>(work: (input: Input) => Promise<Output>): (input: Input) => Promise<Output> {
  let running: Promise<Output> | null = null;
  return (input) => {
    running ??= work(input).finally(() => {
      running = null;
    });
    return running;
  };
}
