export { headsForward } from './forward';
export { headsBackward } from './backward';
// Exported so that each stays a function of its own, see bilstm/assembly/index.ts.
export { averageStates, headForward } from './forward';
export { spreadMean, headBackward } from './backward';
export { fillMask } from './mask';
