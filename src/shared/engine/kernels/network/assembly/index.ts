export { barsForward } from './bar-forward';
export { barsBackward } from './bar-backward';
export { windowsForward } from './window-forward';
export { windowsBackward } from './window-backward';
export { dropInputs } from './drop-inputs';
// Exported so that each stays a function of its own, see bilstm/assembly/index.ts.
export { averageStates, barHeadForward } from './bar-forward';
export { spreadMean, barHeadBackward } from './bar-backward';
export { projectWindow, windowHeadForward } from './window-forward';
export { projectionBackward, windowHeadBackward } from './window-backward';
export { fillMask } from './mask';
