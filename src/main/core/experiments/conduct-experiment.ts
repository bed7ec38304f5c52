import type { Database } from 'better-sqlite3';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { toAppError } from '../../../shared/contract/errors.ts';
import type { BackendName } from '../../../shared/domain/examined-backend.ts';
import type { ExperimentId } from '../../../shared/domain/ids.ts';
import type { RunState } from '../../../shared/domain/run.ts';
import { finishExperiment, readExperiment, readMembers, type StoredMember } from '../../store/queries/experiments.ts';
import type { EndState } from '../../store/queries/runs.ts';
import type { TrainingTurn } from '../training/conductor.ts';
import { recordMember } from './record-member.ts';
import { makeTimeLeft } from './time-left.ts';

export interface ExperimentOrder {
  readonly db: Database;
  readonly id: ExperimentId;
  readonly turn: TrainingTurn;
  /** No further member is begun. */
  readonly cancelled: AbortSignal;
  emit(event: CoreEvent): void;
  isThere(backend: BackendName): boolean;
}

/** Trains the members that have not come to their end, one after the other. Whatever happens is told by the experiment's state. */
export async function conductExperiment(order: ExperimentOrder): Promise<void> {
  const { db, id } = order;
  tell(order);
  const { state, error } = await conductMembers(order).then(
    () => outcomeOf(order),
    (thrown: unknown) => ({ state: 'failed' as const, error: inWords(thrown) }),
  );
  finishExperiment(db, id, state, Date.now(), error);
  tell(order);
}

function inWords(thrown: unknown): string {
  const { message, nextStep } = toAppError(thrown);
  return `${message} ${nextStep}`;
}

const tell = ({ db, id, emit }: ExperimentOrder): void => emit({ kind: 'experiment-changed', experiment: readExperiment(db, id) });

const isStopped = ({ turn, cancelled }: ExperimentOrder): boolean => turn.closing.aborted || cancelled.aborted;

async function conductMembers(order: ExperimentOrder): Promise<void> {
  const { db, id, turn, cancelled, emit, isThere } = order;
  const open = readMembers(db, id).filter(({ state }) => state !== 'done');
  const timeLeft = makeTimeLeft();
  for (const [n, member] of open.entries()) {
    if (isStopped(order)) return;
    const epochsAfter = open.slice(n + 1).reduce((sum, { config }) => sum + config.epochs, 0);
    await turn.train({
      record: () => recordMember(db, readExperiment(db, id), member, isThere),
      cancelled,
      onEvent: (event) => {
        if (event.kind !== 'run-epoch') return;
        const secondsLeft = timeLeft.afterEpoch(event.epochs - event.record.epoch + epochsAfter);
        const { done, members } = readExperiment(db, id);
        emit({ kind: 'experiment-progress', experimentId: id, done, members, secondsLeft });
      },
    });
    tell(order);
  }
}

function outcomeOf({ db, id, turn, cancelled }: ExperimentOrder): { readonly state: EndState; readonly error: string | null } {
  const members = readMembers(db, id);
  const unfinished = members.filter(({ state }) => state !== 'done');
  if (unfinished.length === 0) return { state: 'done', error: null };
  if (turn.closing.aborted) return { state: 'interrupted', error: 'The project was closed while this experiment was under way.' };
  if (cancelled.aborted) return { state: 'cancelled', error: null };
  return { state: 'failed', error: `${unfinished.length} of ${members.length} runs did not come to their end: ${unfinished.slice(0, 3).map(describe).join(', ')}.` };
}

const ENDS: Readonly<Record<RunState, string>> = { running: 'trains', done: 'is done', cancelled: 'was stopped', failed: 'failed', interrupted: 'was interrupted' };

const describe = ({ label, state }: StoredMember): string => `${label} ${state === null ? 'was not begun' : ENDS[state]}`;
