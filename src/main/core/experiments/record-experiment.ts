import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { ExperimentKind, PlannedMember } from '../../../shared/domain/experiment.ts';
import type { ExperimentId } from '../../../shared/domain/ids.ts';
import { insertExperiment, type MemberData } from '../../store/queries/experiments.ts';
import { saveSnapshot, type SnapshotWindow } from '../../store/queries/snapshots.ts';
import { makeBreather } from '../training/breathe.ts';
import { gatherWindows, planWithin, type GatheredWindows } from '../training/readiness.ts';
import { readSnapshotWindows } from '../training/take-snapshot.ts';

export interface NewExperiment {
  readonly kind: ExperimentKind;
  readonly name: string | null;
  readonly members: readonly PlannedMember[];
  /** The project closes. */
  readonly closing: AbortSignal;
}

/**
 * Records an experiment over the labels as they are now: every member learns from these, whenever its turn comes. Throws
 * ExpanseError 'not-enough-data' that names the member for which they do not suffice.
 */
export async function recordExperiment(db: Database, { kind, name, members, closing }: NewExperiment): Promise<ExperimentId> {
  // Labels that change while they are read count as changed since.
  const createdAt = Date.now();
  const takes = await takeLabels(db, members);
  const breathe = makeBreather();
  const planned: { readonly member: PlannedMember; readonly take: Take; readonly parts: MemberData['parts'] }[] = [];
  for (const member of members) {
    await breathe();
    const take = takes.get(keyOf(member))!;
    planned.push({ member, take, parts: partsFor(member, take.gathered) });
  }
  if (closing.aborted) throw new ExpanseError('cancelled', 'The project was closed before the experiment began.', 'Open it and start it again.');
  return db.transaction(() => {
    const snapshots = new Map([...takes.values()].map((take) => [take, saveSnapshot(db, take.windows, createdAt)]));
    const withData = planned.map(({ member, take, parts }) => ({ ...member, snapshotId: snapshots.get(take)!, parts }));
    return insertExperiment(db, { kind, name, createdAt, members: withData });
  })();
}

/** The labels of some series at one moment, and the windows that a snapshot keeps of them. */
interface Take {
  readonly gathered: GatheredWindows;
  readonly windows: readonly SnapshotWindow[];
}

const keyOf = ({ config }: PlannedMember): string => JSON.stringify(config.seriesIds);

/** Read once for all members that learn from the same series. */
async function takeLabels(db: Database, members: readonly PlannedMember[]): Promise<ReadonlyMap<string, Take>> {
  const takes = new Map<string, Take>();
  for (const member of members) {
    if (takes.has(keyOf(member))) continue;
    const gathered = await gatherWindows(db, member.config);
    const { windows } = gathered.usable;
    takes.set(keyOf(member), { gathered, windows: await readSnapshotWindows(db, { windows, spans: gathered.spans }) });
  }
  return takes;
}

function partsFor({ label, config }: PlannedMember, gathered: GatheredWindows): MemberData['parts'] {
  const { readiness, parts } = planWithin(gathered, config);
  const [obstacle] = readiness.obstacles;
  if (obstacle === undefined) return parts;
  throw new ExpanseError('not-enough-data', `The experiment cannot start: “${label}” could not train.`, obstacle);
}
