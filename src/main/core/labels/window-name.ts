import type { Database } from 'better-sqlite3';
import type { WindowId } from '../../../shared/domain/ids.ts';
import { queuePosition, readWindow } from '../../store/queries/windows.ts';

/** By its place in the queue, as the app numbers it. */
export function windowName(db: Database, id: WindowId): string {
  return `window ${queuePosition(db, readWindow(db, id), {})! + 1}`;
}
