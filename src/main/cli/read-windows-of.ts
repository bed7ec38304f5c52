import type { WindowId } from '../../shared/domain/ids.ts';
import type { Series } from '../../shared/domain/series.ts';
import type { LabelWindow } from '../../shared/domain/window.ts';
import type { CommandContext } from './run-command.ts';

const PAGE = 1000;

/** All windows of a series. */
export async function readWindowsOf(call: CommandContext<object>['call'], { id: seriesId }: Pick<Series, 'id'>): Promise<ReadonlyMap<WindowId, LabelWindow>> {
  const found = new Map<WindowId, LabelWindow>();
  for (let offset = 0; ; offset += PAGE) {
    const { windows } = await call('listWindows', { seriesId, offset, limit: PAGE });
    for (const window of windows) found.set(window.id, window);
    if (windows.length < PAGE) return found;
  }
}
