import { ExpanseError } from '../../../shared/contract/errors.ts';
import { readWholeFile } from '../../model-files/read-whole-file.ts';
import { isSettings, type Settings } from './change-settings.ts';

/** A configuration is a page of text. */
const MOST_BYTES = 2 ** 20;

/** Settings from a JSON file. Throws ExpanseError 'not-found', or 'bad-file' where it holds no JSON object. */
export async function readSettings(path: string): Promise<Settings> {
  const text = new TextDecoder().decode(await readWholeFile(path, MOST_BYTES));
  const settings = parse(path, text);
  if (!isSettings(settings)) throw bad(path, 'it holds no JSON object');
  return settings;
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw bad(path, (cause as Error).message, cause);
  }
}

function bad(path: string, what: string, cause?: unknown): ExpanseError {
  return new ExpanseError('bad-file', `${path} holds no settings: ${what}.`, 'Write a JSON object such as {"learningRate": 0.003}.', { cause });
}
