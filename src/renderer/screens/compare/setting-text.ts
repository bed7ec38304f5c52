import { isSeveral } from '../../../shared/engine/comparison/config-differences.ts';

/** The value of a setting as a person writes it; undefined: the contender has no such setting. */
export function settingText(value: unknown): string {
  if (value === undefined) return 'not set';
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.map(settingText).join(', ');
  if (isSeveral(value)) return `several: ${value.several.map(settingText).join('; ')}`;
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${settingText(part)}`)
    .join(', ');
}
