import { basename, resolve } from 'node:path';
import { ExpanseError } from '../../shared/contract/errors.ts';
import { writeFilePieces, writePieces, type Pieces } from '../exporters/write-pieces.ts';
import type { Outcome } from './output.ts';

export interface ExportTarget {
  /** Where to write; stdout without it. */
  readonly output?: string;
  readonly json?: boolean;
  readonly project: string;
}

/** Throws 'invalid-input' where data and the outcome would both go to stdout, or a project would be overwritten. Ask before any work is done. */
export function requireTarget({ output, json, project }: ExportTarget): void {
  if (output !== undefined && (output.toLowerCase().endsWith('.expanse') || resolve(output) === resolve(project))) {
    throw new ExpanseError('invalid-input', `${output} is the name of a project.`, 'Name a file of another kind with --output.');
  }
  if (!json || output !== undefined) return;
  throw new ExpanseError('invalid-input', 'With --json, stdout holds the outcome alone.', 'Name a file with --output.');
}

/** `counts`: what the pieces hold, for the outcome. */
export async function exportPieces({ output }: Pick<ExportTarget, 'output'>, pieces: Pieces, counts: Readonly<Record<string, number>>): Promise<Outcome> {
  if (output === undefined) {
    await writePieces(process.stdout, pieces);
    return { json: counts, text: '' };
  }
  await writeFilePieces(output, pieces);
  const amounts = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  return { json: { file: output, ...counts }, text: `${basename(output)}: ${amounts.join(', ')}` };
}
