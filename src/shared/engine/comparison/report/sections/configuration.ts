import type { Comparison } from '../../../../domain/comparison.ts';
import { isSeveral } from '../../config-differences.ts';
import { table, text, type Section } from '../document.ts';

const describe = (value: unknown): string => {
  if (isSeveral(value)) return `several: ${value.several.map(describe).join(', ')}`;
  return value === undefined ? 'absent' : JSON.stringify(value);
};

export function configurationSection({ configuration, contenders }: Comparison): Section {
  if (configuration.length === 0) return { title: 'Settings that differ', blocks: [text('None: they differ by chance or by their labels alone.')] };
  const rows = configuration.map(({ field, values }) => [field, ...values.map((value) => describe(value))]);
  return { title: 'Settings that differ', blocks: [table(['Setting', ...contenders.map(({ name }) => name)], rows)] };
}
