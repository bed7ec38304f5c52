import type { ComparisonApi } from '../../../shared/contract/comparison.ts';
import { compareRuns } from '../comparison/compare-runs.ts';
import { writeReport } from '../comparison/write-report.ts';
import type { CoreContext, Service } from '../context.ts';
import type { Predictor } from '../training/predictor.ts';

export function makeComparisonService(context: CoreContext, { predict }: Pick<Predictor, 'predict'>): Service<ComparisonApi> {
  return {
    compare: (order) => compareRuns(context.database(), order, predict),
    reportComparison: async (order) => writeReport(context, await compareRuns(context.database(), order, predict)),
  };
}
