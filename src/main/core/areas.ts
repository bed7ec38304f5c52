import type { CoreApi } from '../../shared/contract/contract.ts';
import type { CoreContext, Service } from './context.ts';
import { makeComparisonService } from './services/comparison.ts';
import { makeExperimentsService } from './services/experiments.ts';
import { makeImportsService } from './services/imports.ts';
import { makeLabelsService } from './services/labels.ts';
import { makePredictionsService } from './services/predictions.ts';
import { makeProjectService } from './services/project.ts';
import { makeReviewService } from './services/review.ts';
import { makeSeriesService } from './services/series.ts';
import { makeSystemService } from './services/system.ts';
import { makeTrainingService } from './services/training.ts';
import { makeWeightsService } from './services/weights.ts';
import { makeWindowsService } from './services/windows.ts';
import { makeConductor } from './training/conductor.ts';
import { routePredictions } from './training/route-predictions.ts';
import { comparisonSchemas } from './validation/comparison.ts';
import { experimentsSchemas } from './validation/experiments.ts';
import { importsSchemas } from './validation/imports.ts';
import { labelsSchemas } from './validation/labels.ts';
import { predictionsSchemas } from './validation/predictions.ts';
import { projectSchemas } from './validation/project.ts';
import { reviewSchemas } from './validation/review.ts';
import type { Schemas } from './validation/schemas.ts';
import { seriesSchemas } from './validation/series.ts';
import { systemSchemas } from './validation/system.ts';
import { trainingSchemas } from './validation/training.ts';
import { weightsSchemas } from './validation/weights.ts';
import { windowsSchemas } from './validation/windows.ts';

/** The parameters of every request of the contract. */
export const ALL_SCHEMAS: Schemas<CoreApi> = {
  ...projectSchemas,
  ...systemSchemas,
  ...seriesSchemas,
  ...importsSchemas,
  ...windowsSchemas,
  ...labelsSchemas,
  ...trainingSchemas,
  ...experimentsSchemas,
  ...predictionsSchemas,
  ...comparisonSchemas,
  ...reviewSchemas,
  ...weightsSchemas,
};

/** What answers every request of the contract. */
export function makeServices(context: CoreContext): Service<CoreApi> {
  const conductor = makeConductor(context);
  const predictor = routePredictions(context.trainers);
  context.onClose(predictor.close);
  return {
    ...makeProjectService(context),
    ...makeSystemService(context),
    ...makeSeriesService(context),
    ...makeImportsService(context),
    ...makeWindowsService(context, predictor),
    ...makeLabelsService(context),
    ...makeTrainingService(context, conductor),
    ...makeExperimentsService(context, conductor),
    ...makePredictionsService(context, predictor),
    ...makeComparisonService(context, predictor),
    ...makeReviewService(context, predictor),
    ...makeWeightsService(context),
  };
}
