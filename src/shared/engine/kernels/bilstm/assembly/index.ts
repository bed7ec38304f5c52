export { forward } from './forward';
export { backward } from './backward';
// Exported for one reason: an exported function is not merged into its caller, and V8 optimises whole functions that are
// called often, never a long loop that is entered once.
export { placeInputs, activateGroup, emitHidden } from './forward';
export { addOutputGradient, gateGradients, emitInputGradient } from './backward';
export { packUnit, unpackUnit, transposePanel } from './pack';
export { wideRowTile1, wideRowTile2, wideRowTile3, wideRowTile4, wideRowTile5, wideRowTile6 } from './row-tile';
export { wideOuterTile1, wideOuterTile2, wideOuterTile3, wideOuterTile4, wideOuterTile5, wideOuterTile6 } from './outer-tile';
export { rowTile1, rowTile2, rowTile3, rowTile4, rowTile5, rowTile6 } from './row-tile';
export { outerTile1, outerTile2, outerTile3, outerTile4, outerTile5, outerTile6 } from './outer-tile';
