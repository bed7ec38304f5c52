import { computeTask } from '../compute-task.ts';

postMessage(computeTask());
