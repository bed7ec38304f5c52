import { parseSync } from 'oxc-parser';

export interface ImportSite {
  readonly specifier: string;
  /** 1-based. */
  readonly line: number;
}

/** Every module that a source names: values, types, re-exports, `import('…')` in code and in types. Throws on a syntax error. */
export function readImports(file: string, source: string): readonly ImportSite[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const sites: ImportSite[] = [];
  visit(program, (node) => {
    const named = moduleNameOf(node);
    if (named !== undefined) sites.push({ specifier: named, line: lineAt(source, node.start ?? 0) });
  });
  return sites;
}

interface SyntaxNode {
  readonly type: string;
  readonly start?: number;
  /** Of imports and re-exports. */
  readonly source?: SyntaxNode | null;
  /** Of `import name = require('…')`. */
  readonly expression?: SyntaxNode;
  readonly value?: unknown;
}

/** Stands for the name in `import(expression)`, which cannot be judged and is therefore not let through unseen. */
export const COMPUTED = '<computed>';

function moduleNameOf(node: SyntaxNode): string | undefined {
  const source = sourceOf(node);
  if (!source) return undefined;
  return typeof source.value === 'string' ? source.value : COMPUTED;
}

function sourceOf(node: SyntaxNode): SyntaxNode | null | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node.source;
    case 'TSExternalModuleReference':
      return node.expression;
    default:
      return undefined;
  }
}

function visit(node: unknown, see: (node: SyntaxNode) => void): void {
  if (Array.isArray(node)) return node.forEach((child) => visit(child, see));
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) see(node as SyntaxNode);
  for (const child of Object.values(node)) if (typeof child === 'object') visit(child, see);
}

const lineAt = (source: string, offset: number) => source.slice(0, offset).split('\n').length;
