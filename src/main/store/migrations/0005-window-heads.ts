import type { Migration } from './migration.ts';

// Null where a window was predicted before its heads were kept; tags and posterior also where the model is none of sequences.
const HEADS = ['type_scores', 'pointers', 'countdown', 'tags', 'posterior'];

/** Evaluations had fewer figures until now; each comes anew when somebody looks at its run. The chosen thresholds stay. */
export const keepWindowHeads: Migration = {
  version: 5,
  up: (db) => {
    for (const head of HEADS) db.exec(`ALTER TABLE window_prediction ADD COLUMN ${head} BLOB`);
    db.exec('UPDATE run SET evaluation = NULL');
  },
};
