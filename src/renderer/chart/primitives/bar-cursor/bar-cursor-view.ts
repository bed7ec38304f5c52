import type { TimeMs } from '../../../../shared/domain/time.ts';
import type { BarAxis, Stretch } from '../../geometry/bar-axis.ts';

/** The column of the cursor's bar; null: there is no cursor among the loaded bars. */
export function cursorColumn(cursor: TimeMs | null, axis: BarAxis): Stretch | null {
  return cursor === null ? null : axis.stretchOf({ startTime: cursor, endTime: cursor });
}
