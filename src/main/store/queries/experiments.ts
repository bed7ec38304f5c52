import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { ExperimentKind, ExperimentMember, ExperimentSummary, PlannedMember } from '../../../shared/domain/experiment.ts';
import { experimentId, runId, type ExperimentId, type RunId } from '../../../shared/domain/ids.ts';
import type { RunState } from '../../../shared/domain/run.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { toAnnotations, type AnnotationsRow } from './annotations.ts';
import type { EndState } from './runs.ts';

/** What a member learns from. */
export interface MemberData {
  readonly snapshotId: number;
  /** Of the snapshot's windows, in order. */
  readonly parts: readonly SplitPart[];
}

export interface StoredMember extends ExperimentMember {
  readonly position: number;
  /** Of its run; null: it has none yet. */
  readonly state: RunState | null;
}

export interface ExperimentDraft {
  readonly kind: ExperimentKind;
  /** null: after what it does and its number. */
  readonly name: string | null;
  readonly createdAt: number;
  readonly members: readonly (PlannedMember & MemberData)[];
}

interface ExperimentRow extends AnnotationsRow {
  readonly id: number;
  readonly name: string;
  readonly kind: ExperimentKind;
  readonly state: RunState;
  readonly created_at: number;
  readonly finished_at: number | null;
  readonly error: string | null;
  readonly members: number;
  readonly done: number;
}

const SELECT = `
  SELECT experiment.*,
    (SELECT count(*) FROM experiment_member WHERE experiment_id = experiment.id) AS members,
    (SELECT count(*) FROM experiment_member JOIN run ON run.id = run_id WHERE experiment_id = experiment.id AND run.state = 'done') AS done
  FROM experiment`;

/** Records an experiment in state 'running' with all of its members. One transaction. */
export function insertExperiment(db: Database, { kind, name, createdAt, members }: ExperimentDraft): ExperimentId {
  return db.transaction(() => {
    const { lastInsertRowid } = db
      .prepare("INSERT INTO experiment (name, kind, state, created_at, plan_hash) VALUES (?, ?, 'running', ?, ?)")
      .run(name ?? usualName(kind, members), kind, createdAt, hashOf(kind, members));
    if (name === null) db.prepare("UPDATE experiment SET name = name || ' ' || id WHERE id = ?").run(lastInsertRowid);
    const add = db.prepare(
      'INSERT INTO experiment_member (experiment_id, position, label, group_name, config, snapshot_id, parts) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    members.forEach(({ label, group, config, snapshotId, parts }, position) =>
      add.run(lastInsertRowid, position, label, group, JSON.stringify(config), snapshotId, lettersOf(parts)),
    );
    return experimentId(Number(lastInsertRowid));
  })();
}

const usualName = (kind: ExperimentKind, members: readonly PlannedMember[]): string => `${members[0].config.preset}, ${members.length} ${kind === 'sweep' ? 'variants' : kind}`;

function hashOf(kind: ExperimentKind, members: readonly PlannedMember[]): string {
  const plan = members.map(({ label, group, config }) => [label, group, config]);
  return createHash('sha256').update(JSON.stringify([kind, plan])).digest('hex');
}

const LETTERS: Readonly<Record<SplitPart, string>> = { train: 't', val: 'v', test: 's', embargo: 'e' };
const PARTS = new Map(Object.entries(LETTERS).map(([part, letter]) => [letter, part as SplitPart]));

const lettersOf = (parts: readonly SplitPart[]): string => parts.map((part) => LETTERS[part]).join('');

/** Newest first. */
export function listExperiments(db: Database): readonly ExperimentSummary[] {
  return db.prepare<[], ExperimentRow>(`${SELECT} ORDER BY id DESC`).all().map(toExperiment);
}

/** The newest of exactly this plan; null: there is none. */
export function findExperiment(db: Database, kind: ExperimentKind, members: readonly PlannedMember[]): ExperimentSummary | null {
  const row = db.prepare<[string], ExperimentRow>(`${SELECT} WHERE plan_hash = ? ORDER BY id DESC LIMIT 1`).get(hashOf(kind, members));
  return row === undefined ? null : toExperiment(row);
}

/** Throws ExpanseError 'not-found'. */
export function readExperiment(db: Database, id: ExperimentId): ExperimentSummary {
  const row = db.prepare<[number], ExperimentRow>(`${SELECT} WHERE id = ?`).get(id);
  if (row !== undefined) return toExperiment(row);
  throw new ExpanseError('not-found', `The project has no experiment ${id}.`, 'Choose one from the list of runs.');
}

interface MemberRow {
  readonly position: number;
  readonly label: string;
  readonly group_name: string;
  readonly config: string;
  readonly run_id: number | null;
  readonly state: RunState | null;
}

/** In order. */
export function readMembers(db: Database, id: ExperimentId): readonly StoredMember[] {
  return db
    .prepare<[number], MemberRow>(
      `SELECT position, label, group_name, experiment_member.config, run_id, run.state
       FROM experiment_member LEFT JOIN run ON run.id = run_id WHERE experiment_id = ? ORDER BY position`,
    )
    .all(id)
    .map(({ position, label, group_name: group, config, run_id: run, state }) => ({
      position,
      label,
      group,
      config: JSON.parse(config) as TrainConfig,
      runId: run === null ? null : runId(run),
      state,
    }));
}

export function readMemberData(db: Database, id: ExperimentId, position: number): MemberData {
  const { snapshotId, parts } = db
    .prepare<[number, number], { snapshotId: number; parts: string }>(
      'SELECT snapshot_id AS snapshotId, parts FROM experiment_member WHERE experiment_id = ? AND position = ?',
    )
    .get(id, position)!;
  return { snapshotId, parts: Array.from(parts, (letter) => PARTS.get(letter)!) };
}

export function setMemberRun(db: Database, id: ExperimentId, position: number, run: RunId): void {
  db.prepare('UPDATE experiment_member SET run_id = ? WHERE experiment_id = ? AND position = ?').run(run, id, position);
}

export function renameExperiment(db: Database, id: ExperimentId, name: string): void {
  db.prepare('UPDATE experiment SET name = ? WHERE id = ?').run(name, id);
}

export function reopenExperiment(db: Database, id: ExperimentId): void {
  db.prepare("UPDATE experiment SET state = 'running', finished_at = NULL, error = NULL WHERE id = ?").run(id);
}

export function finishExperiment(db: Database, id: ExperimentId, state: EndState, finishedAt: number, error: string | null): void {
  db.prepare('UPDATE experiment SET state = ?, finished_at = ?, error = ? WHERE id = ?').run(state, finishedAt, error, id);
}

/** Experiments that no process works on any more, because the last one that had the project open ended. */
export function interruptRunningExperiments(db: Database, finishedAt: number): void {
  const reason = 'Expanse ended while this experiment was under way; its runs are kept.';
  db.prepare("UPDATE experiment SET state = 'interrupted', finished_at = ?, error = ? WHERE state = 'running'").run(finishedAt, reason);
}

function toExperiment(row: ExperimentRow): ExperimentSummary {
  return {
    id: experimentId(row.id),
    name: row.name,
    kind: row.kind,
    state: row.state,
    createdAt: timeMs(row.created_at),
    finishedAt: row.finished_at === null ? null : timeMs(row.finished_at),
    members: row.members,
    done: row.done,
    error: row.error,
    ...toAnnotations(row),
  };
}
