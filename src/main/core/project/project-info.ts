import type { Database } from 'better-sqlite3';
import type { ProjectInfo } from '../../../shared/contract/project.ts';
import { listSeries } from '../../store/queries/series.ts';
import { countBytes, countRows } from '../../store/queries/counts.ts';
import { projectName } from './recent-projects.ts';

export function readProjectInfo(db: Database): ProjectInfo {
  const series = listSeries(db);
  return {
    path: db.name,
    name: projectName(db.name),
    bytes: countBytes(db),
    series: series.length,
    bars: series.reduce((sum, { barCount }) => sum + barCount, 0),
    windows: countRows(db, 'label_window'),
    spans: countRows(db, 'span'),
    runs: countRows(db, 'run'),
  };
}
