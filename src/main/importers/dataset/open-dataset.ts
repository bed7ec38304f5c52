import { badFile } from '../bad-file.ts';
import type { Source } from '../source/open-source.ts';
import { toUtf8 } from '../source/decode-text.ts';
import { parseJson } from '../table/json-table.ts';
import type { Dataset } from './dataset.ts';
import { readDataset } from './read-dataset.ts';

/** The dataset in a file; null where the file holds something else. Throws 'bad-file' for a dataset with faults. */
export async function findDataset(source: Source): Promise<Dataset | null> {
  if (source.members.length !== 1) return null;
  const bytes = await source.members[0].read();
  if (!toUtf8(bytes.subarray(0, 64)).toString('utf8').trimStart().startsWith('{')) return null;
  const parsed = await parseJson(source.file, bytes);
  const isDataset = typeof parsed === 'object' && parsed !== null && 'windows' in parsed && 'meta' in parsed;
  return isDataset ? readDataset(source.file, parsed) : null;
}

/** Throws 'bad-file' also where the file is no dataset. */
export async function openDataset(source: Source): Promise<Dataset> {
  const dataset = await findDataset(source);
  if (dataset !== null) return dataset;
  throw badFile(source.file, 'it is no dataset: JSON with "meta" and "windows" is expected.', 'Import it as bars, or choose a dataset.');
}
