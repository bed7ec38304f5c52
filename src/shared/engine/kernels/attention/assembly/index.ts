export { forward, backward } from './attention';
// Exported so that each stays a function of its own, see bilstm/assembly/index.ts.
export { packBars, packByChannel, unpackChannels } from './panels';
export { softmaxRow, scoreSlopesRow } from './softmax';
export { tapTile1, tapTile2, tapTile3, tapTile4, tapTile5, tapTile6 } from '../../dilated/assembly/tap-tile';
export { outerTile1, outerTile2, outerTile3, outerTile4, outerTile5, outerTile6 } from '../../bilstm/assembly/outer-tile';
