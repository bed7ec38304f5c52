import type { ComparisonReport } from '../../../shared/contract/comparison.ts';
import type { Comparison } from '../../../shared/domain/comparison.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import { makeReport } from '../../../shared/engine/comparison/report/make-report.ts';
import type { CoreContext } from '../context.ts';
import { reproduce } from './reproduce.ts';

export function writeReport({ options, database }: Pick<CoreContext, 'options' | 'database'>, comparison: Comparison): ComparisonReport {
  return makeReport(comparison, { version: options.version, writtenAt: timeMs(Date.now()), commands: reproduce(database(), comparison) });
}
