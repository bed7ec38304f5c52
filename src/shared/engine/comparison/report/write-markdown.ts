import { assertNever } from '../../../domain/assert-never.ts';
import { count } from '../words/numbers.ts';
import type { Block, DocumentTable, ReportDocument } from './document.ts';

/** Of figures it only says where they are drawn. */
export function writeMarkdown({ title, sections }: ReportDocument): string {
  const parts = [`# ${escape(title)}`, ...sections.flatMap((section) => [`## ${escape(section.title)}`, ...section.blocks.flatMap(writeBlock)])];
  return `${parts.join('\n\n')}\n`;
}

function writeBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [escape(block.text)];
    case 'list':
      return block.items.length === 0 ? [] : [block.items.map((item) => `- ${escape(item)}`).join('\n')];
    case 'code':
      return [['```sh', ...block.lines, '```'].join('\n')];
    case 'table':
      return [writeTable(block)];
    case 'figures':
      return [`*Drawn in report.html: ${count(block.items.length, 'figure')}.*`];
    default:
      return assertNever(block);
  }
}

function writeTable({ columns, rows }: DocumentTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escape).join(' | ')} |`;
  return [line(columns.map(({ name }) => name)), `| ${columns.map(({ number }) => (number ? '---:' : '---')).join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** What a name could hold of Markdown and HTML is no markup. */
const escape = (words: string): string => words.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replaceAll('\n', ' ');
