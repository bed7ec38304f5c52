import type { Comparison } from '../../../../domain/comparison.ts';
import { table, text, type Section } from '../document.ts';

export function configurationSection({ configuration, contenders }: Comparison): Section {
  if (configuration.length === 0) return { title: 'Settings that differ', blocks: [text('None: they differ by chance or by their labels alone.')] };
  const rows = configuration.map(({ field, values }) => [field, ...values.map((value) => (value === undefined ? 'absent' : JSON.stringify(value)))]);
  return { title: 'Settings that differ', blocks: [table(['Setting', ...contenders.map(({ name }) => name)], rows)] };
}
