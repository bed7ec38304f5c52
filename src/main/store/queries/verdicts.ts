import type { Database } from 'better-sqlite3';
import { runId, seriesId, verdictId, windowId, type SeriesId, type VerdictId } from '../../../shared/domain/ids.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import type { Decision, DisagreementType, JudgedPrediction, LabelPlace, Verdict } from '../../../shared/domain/verdict.ts';

interface VerdictRow {
  readonly id: string;
  readonly series_id: number;
  readonly window_id: number;
  readonly run_id: number;
  readonly types: string;
  readonly decision: Decision;
  readonly confidence: number;
  readonly predictions: string;
  readonly labels: string;
  readonly author: string;
  readonly decided_at: number;
}

export function findVerdict(db: Database, id: VerdictId): Verdict | null {
  const row = db.prepare<[string], VerdictRow>('SELECT * FROM verdict WHERE id = ?').get(id);
  return row === undefined ? null : toVerdict(row);
}

/** Newest first; left out: of all series. */
export function readVerdicts(db: Database, id?: SeriesId): readonly Verdict[] {
  const [where, values] = id === undefined ? ['', []] : ['WHERE series_id = ?', [id]];
  return db.prepare<unknown[], VerdictRow>(`SELECT * FROM verdict ${where} ORDER BY decided_at DESC, id`).all(...values).map(toVerdict);
}

/** Makes the stored verdict `id` equal to `verdict`; null: removes it. */
export function putVerdict(db: Database, id: VerdictId, verdict: Verdict | null): void {
  if (verdict === null) {
    db.prepare('DELETE FROM verdict WHERE id = ?').run(id);
    return;
  }
  const { types, predictions, labels, ...fields } = verdict;
  db.prepare<unknown[]>(
    `INSERT OR REPLACE INTO verdict (id, series_id, window_id, run_id, types, decision, confidence, predictions, labels, author, decided_at)
     VALUES (@id, @seriesId, @windowId, @runId, @types, @decision, @confidence, @predictions, @labels, @author, @decidedAt)`,
  ).run({ ...fields, types: JSON.stringify(types), predictions: JSON.stringify(predictions), labels: JSON.stringify(labels) });
}

function toVerdict(row: VerdictRow): Verdict {
  return {
    id: verdictId(row.id),
    seriesId: seriesId(row.series_id),
    windowId: windowId(row.window_id),
    runId: runId(row.run_id),
    types: JSON.parse(row.types) as readonly DisagreementType[],
    decision: row.decision,
    confidence: row.confidence,
    predictions: JSON.parse(row.predictions) as readonly JudgedPrediction[],
    labels: JSON.parse(row.labels) as readonly LabelPlace[],
    author: row.author,
    decidedAt: timeMs(row.decided_at),
  };
}
