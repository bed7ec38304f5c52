import { createProjectTables } from './0001-project.ts';
import { createRunTables } from './0002-runs.ts';
import { keepBackendNotes } from './0003-backend-notes.ts';
import { createExperimentTables } from './0004-experiments.ts';
import { keepWindowHeads } from './0005-window-heads.ts';
import { keepVerdicts } from './0006-verdicts.ts';
import type { Migration } from './migration.ts';

/** In order. A migration that was released is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  createProjectTables,
  createRunTables,
  keepBackendNotes,
  createExperimentTables,
  keepWindowHeads,
  keepVerdicts,
];
