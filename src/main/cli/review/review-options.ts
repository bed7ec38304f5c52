import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ReviewScope } from '../../../shared/contract/review.ts';
import { seriesId, windowId, type RunId } from '../../../shared/domain/ids.ts';
import { timeMs, type TimeMs } from '../../../shared/domain/time.ts';
import { TRADING_SESSIONS, type SessionName } from '../../../shared/domain/trading-session.ts';
import { DISAGREEMENT_TYPES } from '../../../shared/domain/verdict.ts';
import { WINDOW_STATES, type SplitPart, type WindowState } from '../../../shared/domain/window.ts';
import type { ReviewFilter } from '../../../shared/review/choose-entries.ts';
import type { FindingType } from '../../../shared/review/type-window.ts';
import { wholeNumber } from '../whole-number.ts';

/** Which disagreements are meant; the same for listing them and for deciding on them. */
export interface ReviewOptions {
  readonly type?: readonly FindingType[];
  readonly series?: number;
  readonly window?: number;
  readonly minConfidence?: number;
  readonly maxConfidence?: number;
  readonly from?: TimeMs;
  readonly to?: TimeMs;
  readonly session?: SessionName;
  readonly threshold?: number;
  readonly tolerance?: number;
  readonly state?: readonly WindowState[];
  readonly part?: readonly SplitPart[];
}

export function addReviewOptions(command: Command): Command {
  return command
    .addOption(new Option('--type <types...>', 'only of these types').choices([...DISAGREEMENT_TYPES, 'agreed']))
    .option('--series <id>', 'only of this series', wholeNumber)
    .option('--window <id>', 'only of this window', wholeNumber)
    .option('--min-confidence <share>', 'only where the run is at least so sure', share)
    .option('--max-confidence <share>', 'only where the run is at most so sure', share)
    .option('--from <time>', 'only from this date or time on, UTC unless it says otherwise', moment)
    .option('--to <time>', 'only up to this date or time', moment)
    .addOption(new Option('--session <session>', 'only such as begin in these hours').choices(TRADING_SESSIONS.map(({ name }) => name)))
    .option('--threshold <probability>', 'from which bars are in a span; as the run decodes without it', share)
    .option('--tolerance <bars>', 'by so many bars an edge may lie off and still agree; 0 without it', wholeNumber)
    .addOption(new Option('--state <states...>', 'windows in these states; without it reviewed ones, whose labels are complete').choices([...WINDOW_STATES]))
    .addOption(new Option('--part <parts...>', 'windows that were this to the run').choices(['train', 'val', 'test', 'embargo']));
}

export function toScope(runId: RunId, { threshold, tolerance, state, part }: ReviewOptions): ReviewScope {
  return { runId, threshold, tolerance, states: state, parts: part };
}

export function toFilter({ type, series, window, minConfidence, maxConfidence, from, to, session }: ReviewOptions): ReviewFilter {
  return {
    types: type,
    seriesId: series === undefined ? undefined : seriesId(series),
    windowId: window === undefined ? undefined : windowId(window),
    minConfidence,
    maxConfidence,
    from,
    to,
    session,
  };
}

export function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('A number from 0 to 1 is expected.');
  return value;
}

/** UTC unless it says otherwise. */
export function moment(text: string): TimeMs {
  const value = Date.parse(/[zZ]|[+-]\d\d:?\d\d$|^\d{4}(-\d\d){0,2}$/.test(text) ? text : `${text}Z`);
  if (Number.isNaN(value)) throw new InvalidArgumentError('A date or time such as 2024-01-31 or 2024-01-31T09:30 is expected.');
  return timeMs(value);
}
