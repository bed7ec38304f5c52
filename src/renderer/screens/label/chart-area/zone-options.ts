import { offsetName } from '../../../chart/time/format-time.ts';
import type { SelectOption } from '../../../ui/Select.tsx';

/** Where bars usually come from, beside the person's own zone. */
const USUAL_ZONES = ['UTC', 'America/New_York', 'America/Chicago', 'Europe/London', 'Europe/Berlin', 'Asia/Tokyo', 'Asia/Hong_Kong', 'Asia/Singapore'];

const nameOf = (zone: string): string => offsetName(zone) ?? zone.replaceAll('_', ' ');

/** The series' own zone first (null), then this machine's, then the usual ones; none twice. */
export function zoneOptions(seriesZone: string, ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone): readonly SelectOption<string | null>[] {
  const others = [...new Set([ownZone, ...USUAL_ZONES])].filter((zone) => zone !== seriesZone);
  return [
    { value: null, label: nameOf(seriesZone), detail: 'of the series' },
    ...others.map((zone) => ({ value: zone, label: nameOf(zone), detail: zone === ownZone ? 'here' : undefined })),
  ];
}
