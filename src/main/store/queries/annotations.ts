import type { Database } from 'better-sqlite3';
import type { Annotations } from '../../../shared/domain/run.ts';

/** The columns that runs and experiments have alike. */
export interface AnnotationsRow {
  readonly tags: string;
  readonly note: string;
  readonly favourite: number;
  readonly archived: number;
}

export const toAnnotations = ({ tags, note, favourite, archived }: AnnotationsRow): Annotations => ({
  tags: JSON.parse(tags) as readonly string[],
  note,
  favourite: favourite === 1,
  archived: archived === 1,
});

/** What is left out stays as it is. */
export type AnnotationChanges = { readonly [Field in keyof Annotations]?: Annotations[Field] | undefined };

export function annotate(db: Database, table: 'run' | 'experiment', id: number, { tags, note, favourite, archived }: AnnotationChanges): void {
  const bit = (value: boolean | undefined): number | null => (value === undefined ? null : Number(value));
  db.prepare(
    `UPDATE ${table} SET tags = ifnull(?, tags), note = ifnull(?, note), favourite = ifnull(?, favourite), archived = ifnull(?, archived) WHERE id = ?`,
  ).run(tags === undefined ? null : JSON.stringify([...new Set(tags)]), note ?? null, bit(favourite), bit(archived), id);
}
