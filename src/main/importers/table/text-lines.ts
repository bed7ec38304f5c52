import type { Buffer } from 'node:buffer';

/** The lines of a text that are not blank, found by their place and read when asked for. */
export interface TextLines {
  readonly count: number;
  readonly blank: number;
  /** 1-based line in the file. */
  number(index: number): number;
  text(index: number): string;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export function scanLines(utf8: Buffer): TextLines {
  const starts: number[] = [];
  const ends: number[] = [];
  const numbers: number[] = [];
  // Old programs of the Mac end lines with a carriage return alone.
  const lineEnd = utf8.includes(LINE_FEED) ? LINE_FEED : CARRIAGE_RETURN;
  let number = 0;
  for (let start = 0; start < utf8.length; ) {
    const found = utf8.indexOf(lineEnd, start);
    const next = found < 0 ? utf8.length : found;
    const end = next > start && utf8[next - 1] === CARRIAGE_RETURN ? next - 1 : next;
    number += 1;
    if (!isBlank(utf8, start, end)) {
      starts.push(start);
      ends.push(end);
      numbers.push(number);
    }
    start = next + 1;
  }
  return {
    count: starts.length,
    blank: number - starts.length,
    number: (index) => numbers[index],
    text: (index) => utf8.toString('utf8', starts[index], ends[index]),
  };
}

function isBlank(utf8: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) {
    if (utf8[i] > 32) return false;
  }
  return true;
}
