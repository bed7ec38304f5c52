import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Real files that stand beside the repository where it is developed; they are not part of it. */
export const SHARED_DATA = join(import.meta.dirname, '../../../../shared/data');
export const hasSharedData = existsSync(join(SHARED_DATA, 'manifest.json'));
export const NO_SHARED_DATA = 'skipped: ../shared/data is absent';

export interface ManifestEntry {
  readonly file: string;
  readonly format: string;
  readonly sanity?: { readonly rows: number; readonly first: string | null; readonly last: string | null; readonly dup_ts: number | null; readonly gaps_over_median: number | null };
}

export function readManifest(): readonly ManifestEntry[] {
  if (!hasSharedData) return [];
  const entries: readonly ManifestEntry[] = JSON.parse(readFileSync(join(SHARED_DATA, 'manifest.json'), 'utf8'));
  return entries.filter((entry) => !entry.file.endsWith('.injected.json'));
}
