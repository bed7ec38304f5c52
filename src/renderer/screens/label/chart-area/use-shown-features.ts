import { useMemo } from 'react';
import { DEFAULT_WINDOW_LENGTH } from '../../../../shared/domain/window.ts';
import type { ShownFeatures } from '../../../chart/chart-types.ts';
import type { Overlay } from '../scene/use-overlay.ts';
import type { Scene } from '../scene/use-scene.ts';

/** Those that the run over the bars reads, as it reads them; undefined: no run is chosen. */
export function useShownFeatures({ window }: Scene, { first: { run } }: Overlay): ShownFeatures | undefined {
  const windowLength = window?.length ?? DEFAULT_WINDOW_LENGTH;
  const set = run?.config.features;
  const scope = run?.config.featureScope;
  return useMemo(() => (set === undefined || scope === undefined ? undefined : { set, scope, windowLength }), [set, scope, windowLength]);
}
