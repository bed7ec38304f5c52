import type { BarColumns } from '../../../../shared/domain/bar.ts';
import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { VolumeBarsOptions } from './volume-bars-options.ts';
import { drawVolumeBars } from './volume-bars-renderer.ts';
import { volumeBars, type VolumeBar } from './volume-bars-view.ts';

/**
 * Volume at the bottom of the candles. Drawn from the loaded columns: as a series of its own it would double what every
 * page of bars costs.
 */
export function volumeBarsPrimitive(axis: AxisReader, bars: BarColumns | null, options: VolumeBarsOptions): LayerPrimitive<BarColumns | null, readonly VolumeBar[], VolumeBarsOptions> {
  return new LayerPrimitive(axis, bars, options, {
    shapesOf: volumeBars,
    layers: [
      { depth: 'bottom', draw: drawVolumeBars },
    ],
  });
}
