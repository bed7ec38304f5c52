import type { Database } from 'better-sqlite3';
import type { LabelCommand, SpanScope } from '../../../shared/contract/labels.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { formatTimeframe } from '../../../shared/domain/timeframe.ts';
import type { WindowState } from '../../../shared/domain/window.ts';
import { readSeries } from '../../store/queries/series.ts';
import { windowName } from './window-name.ts';

const STATE_DESCRIPTIONS: Readonly<Record<WindowState, string>> = {
  pending: 'Reopen window',
  reviewed: 'Complete window',
  skipped: 'Skip window',
};

/** What the history calls the edit. */
export function describeCommand(db: Database, command: LabelCommand): string {
  switch (command.kind) {
    case 'create-span':
      return 'Mark span';
    case 'update-span':
      return 'Change span';
    case 'delete-span':
      return 'Delete span';
    case 'set-window-state':
      return STATE_DESCRIPTIONS[command.state];
    case 'delete-spans':
      return `Deleted ${scopeName(db, command.scope)}`;
    case 'set-type':
      return `Changed the type of ${scopeName(db, command.scope)} to ${command.type ?? 'none'}`;
    case 'batch':
      return command.description;
    default:
      return assertNever(command);
  }
}

/** 'all spans of window 12', 'all spans without a type of EURUSD 1m' */
function scopeName(db: Database, { seriesId, windowId, ofType }: SpanScope): string {
  const which = ofType === undefined ? 'spans' : ofType === null ? 'spans without a type' : `spans of type ${ofType}`;
  const { symbol, timeframeMs } = readSeries(db, seriesId);
  return `all ${which} ${ofType == null ? 'of' : 'in'} ${windowId === null ? `${symbol} ${formatTimeframe(timeframeMs)}` : windowName(db, windowId)}`;
}
