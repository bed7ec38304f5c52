import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { experimentId, runId, type RunId } from '../../../shared/domain/ids.ts';
import type { Evaluation } from '../../../shared/domain/evaluation.ts';
import type { EpochRecord, PerTask, RunState, RunSummary, RunWithEvaluation } from '../../../shared/domain/run.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { toAnnotations, type AnnotationsRow } from './annotations.ts';

export interface RunDraft {
  /** null: after its preset and number. */
  readonly name: string | null;
  readonly createdAt: number;
  readonly config: TrainConfig;
  readonly snapshotId: number;
  /** Of the snapshot's windows, in order. */
  readonly parts: readonly SplitPart[];
}

/** What a run learned from. */
export interface RunData {
  readonly snapshotId: number;
  readonly parts: readonly SplitPart[];
}

/** The state in which a run ends. */
export type EndState = Exclude<RunState, 'running'>;

interface RunRow extends AnnotationsRow {
  readonly id: number;
  readonly name: string;
  readonly state: RunState;
  readonly created_at: number;
  readonly finished_at: number | null;
  readonly config: string;
  readonly backend: string;
  readonly best_epoch: number | null;
  readonly f1_at_05: number | null;
  readonly threshold: number | null;
  readonly error: string | null;
  readonly spans: number;
  readonly train: number;
  readonly val: number;
  readonly test: number;
  readonly seconds_per_epoch: number | null;
  readonly epochs_done: number | null;
  readonly sigmas: string | null;
  readonly task_weights: string | null;
  readonly experiment_id: number | null;
  readonly label: string | null;
}

// All that lists show, without the evaluation, which is large.
const SELECT = `
  SELECT run.id, name, state, run.created_at, finished_at, run.config, backend, best_epoch, error, train, val, test, tags, note, favourite, archived,
    evaluation ->> '$.bar.at05.f1' AS f1_at_05, threshold,
    dataset_snapshot.spans AS spans, experiment_member.experiment_id, experiment_member.label,
    (SELECT avg(record ->> 'seconds') FROM run_epoch WHERE run_id = run.id) AS seconds_per_epoch,
    last_epoch.epoch AS epochs_done, last_epoch.record -> 'sigmas' AS sigmas, last_epoch.record -> 'taskWeights' AS task_weights
  FROM run JOIN dataset_snapshot ON dataset_snapshot.id = run.snapshot_id
    LEFT JOIN run_epoch AS last_epoch ON last_epoch.run_id = run.id AND last_epoch.epoch = (SELECT max(epoch) FROM run_epoch WHERE run_id = run.id)
    LEFT JOIN experiment_member ON experiment_member.run_id = run.id`;

/** Records a run in state 'running' with the part of each window. One transaction. */
export function insertRun(db: Database, draft: RunDraft): RunId {
  const count = (part: SplitPart): number => draft.parts.filter((each) => each === part).length;
  return db.transaction(() => {
    const { lastInsertRowid } = db
      .prepare("INSERT INTO run (name, state, created_at, config, snapshot_id, train, val, test) VALUES (?, 'running', ?, ?, ?, ?, ?, ?)")
      .run(draft.name ?? draft.config.preset, draft.createdAt, JSON.stringify(draft.config), draft.snapshotId, count('train'), count('val'), count('test'));
    if (draft.name === null) db.prepare("UPDATE run SET name = name || ' ' || id WHERE id = ?").run(lastInsertRowid);
    const addWindow = db.prepare('INSERT INTO run_window (run_id, position, part) VALUES (?, ?, ?)');
    draft.parts.forEach((part, position) => addWindow.run(lastInsertRowid, position, part));
    return runId(Number(lastInsertRowid));
  })();
}

/** Newest first. */
export function listRuns(db: Database): readonly RunSummary[] {
  return db.prepare<[], RunRow>(`${SELECT} ORDER BY run.id DESC`).all().map(toRun);
}

/** Throws ExpanseError 'not-found'. */
export function readRun(db: Database, id: RunId): RunWithEvaluation {
  const row = db.prepare<[number], RunRow>(`${SELECT} WHERE run.id = ?`).get(id);
  if (row === undefined) throw new ExpanseError('not-found', `The project has no run ${id}.`, 'Choose one from the list of runs.');
  const evaluation = db.prepare<[number], string | null>('SELECT evaluation FROM run WHERE id = ?').pluck().get(id) ?? null;
  return { ...toRun(row), evaluation: parsed<Evaluation>(evaluation) };
}

/** Throws ExpanseError 'not-found'. */
export function readRunData(db: Database, id: RunId): RunData {
  const snapshotId = db.prepare<[number], number>('SELECT snapshot_id FROM run WHERE id = ?').pluck().get(id);
  if (snapshotId === undefined) throw new ExpanseError('not-found', `The project has no run ${id}.`, 'Choose one from the list of runs.');
  const parts = db.prepare<[number], SplitPart>('SELECT part FROM run_window WHERE run_id = ? ORDER BY position').pluck().all(id);
  return { snapshotId, parts };
}

/** When the labels were taken that the run learned from: for its experiment, or for it alone. UTC milliseconds. */
export function readLabelsTime(db: Database, id: RunId): number {
  return db
    .prepare<[number], number>(
      `SELECT ifnull(experiment.created_at, run.created_at) FROM run LEFT JOIN experiment_member ON experiment_member.run_id = run.id
         LEFT JOIN experiment ON experiment.id = experiment_member.experiment_id WHERE run.id = ?`,
    )
    .pluck()
    .get(id)!;
}

export function renameRun(db: Database, id: RunId, name: string): void {
  db.prepare('UPDATE run SET name = ? WHERE id = ?').run(name, id);
}

/** `notes`: in words, why it is this one. */
export function setBackend(db: Database, id: RunId, backend: string, notes: readonly string[]): void {
  db.prepare('UPDATE run SET backend = ?, backend_notes = ? WHERE id = ?').run(backend, JSON.stringify(notes), id);
}

/** Empty before the trainer told. */
export function readBackendNotes(db: Database, id: RunId): readonly string[] {
  return JSON.parse(db.prepare<[number], string>('SELECT backend_notes FROM run WHERE id = ?').pluck().get(id) ?? '[]') as readonly string[];
}

export function addEpoch(db: Database, id: RunId, record: EpochRecord): void {
  db.prepare('INSERT INTO run_epoch (run_id, epoch, record) VALUES (?, ?, ?)').run(id, record.epoch, JSON.stringify(record));
}

export function readEpochs(db: Database, id: RunId): readonly EpochRecord[] {
  return db
    .prepare<[number], string>('SELECT record FROM run_epoch WHERE run_id = ? ORDER BY epoch')
    .pluck()
    .all(id)
    .map((record) => JSON.parse(record) as EpochRecord);
}

/** null: no epoch is done yet. */
export function readLastEpoch(db: Database, id: RunId): EpochRecord | null {
  const record = db.prepare<[number], string>('SELECT record FROM run_epoch WHERE run_id = ? ORDER BY epoch DESC LIMIT 1').pluck().get(id);
  return record === undefined ? null : (JSON.parse(record) as EpochRecord);
}

/** The run that was recorded last before this one; null: it is the first. */
export function findRunBefore(db: Database, id: RunId): RunId | null {
  const before = db.prepare<[number], number | null>('SELECT max(id) FROM run WHERE id < ?').pluck().get(id) ?? null;
  return before === null ? null : runId(before);
}

/** The epoch of the best weights is that of the best checkpoint. */
export function finishRun(db: Database, id: RunId, state: EndState, finishedAt: number, error: string | null): void {
  db.prepare(
    `UPDATE run SET state = ?, finished_at = ?, error = ?,
       best_epoch = (SELECT epoch FROM checkpoint WHERE run_id = run.id AND kind = 'best') WHERE id = ?`,
  ).run(state, finishedAt, error, id);
}

/** Keeps the evaluation that the list of runs shows, and the threshold chosen on the validation part. */
export function keepEvaluation(db: Database, id: RunId, evaluation: Evaluation): void {
  db.prepare('UPDATE run SET evaluation = ?, threshold = ? WHERE id = ?').run(JSON.stringify(evaluation), evaluation.bar.best.threshold, id);
}

/** null: the run was not evaluated yet. */
export function readThreshold(db: Database, id: RunId): number | null {
  return db.prepare<[number], number | null>('SELECT threshold FROM run WHERE id = ?').pluck().get(id) ?? null;
}

/** Runs that no process works on any more, because the last one that had the project open ended. */
export function interruptRunningRuns(db: Database, finishedAt: number): void {
  const left = db.prepare<[], number>("SELECT id FROM run WHERE state = 'running'").pluck().all();
  const reason = 'Expanse ended while this run was training; what it learned is kept, but for the last seconds.';
  db.transaction(() => left.forEach((id) => finishRun(db, runId(id), 'interrupted', finishedAt, reason)))();
}

function toRun(row: RunRow): RunSummary {
  return {
    id: runId(row.id),
    name: row.name,
    experiment: row.experiment_id === null ? null : { id: experimentId(row.experiment_id), label: row.label! },
    state: row.state,
    createdAt: timeMs(row.created_at),
    finishedAt: row.finished_at === null ? null : timeMs(row.finished_at),
    config: JSON.parse(row.config) as TrainConfig,
    backend: row.backend,
    windows: { train: row.train, val: row.val, test: row.test, spans: row.spans },
    epochsDone: row.epochs_done ?? 0,
    bestEpoch: row.best_epoch,
    secondsPerEpoch: row.seconds_per_epoch,
    sigmas: parsed<PerTask>(row.sigmas),
    taskWeights: parsed<PerTask>(row.task_weights),
    judged: row.f1_at_05 === null || row.threshold === null ? null : { f1At05: row.f1_at_05, bestThreshold: row.threshold },
    error: row.error,
    ...toAnnotations(row),
  };
}

const parsed = <Value>(json: string | null): Value | null => (json === null ? null : (JSON.parse(json) as Value));
