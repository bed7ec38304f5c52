/** Lines for a person, and under --json the result as the last line. */
export function report(lines: readonly string[], result: object, json: boolean): void {
  process.stdout.write(`${[...lines, ...(json ? [JSON.stringify(result)] : [])].join('\n')}\n`);
}

export const milliseconds = (seconds: number): string => `${(seconds * 1000).toFixed(1)} ms`;
