export { forward } from './forward';
export { backward } from './backward';
// Exported so that each stays a function of its own, see bilstm/assembly/index.ts.
export { embed, rectifyInto, rectify } from './forward';
export { startSlopes, sumSlopes, addStateSlopes } from './backward';
export { tapTile1, tapTile2, tapTile3, tapTile4, tapTile5, tapTile6 } from './tap-tile';
export { outerTile1, outerTile2, outerTile3, outerTile4, outerTile5, outerTile6 } from '../../bilstm/assembly/outer-tile';
