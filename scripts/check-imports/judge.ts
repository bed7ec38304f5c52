import { posix } from 'node:path';
import { COMPUTED, type ImportSite } from './read-imports.ts';
import type { Rule } from './rules.ts';

/** One import that breaks a rule. `file` and `target` are relative to the root, with forward slashes. */
export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly target: string;
  readonly why: string;
}

export function judge(file: string, imports: readonly ImportSite[], rules: readonly Rule[]): readonly Violation[] {
  const applying = rules.filter((rule) => isWithin(file, [rule.from]) && !isWithin(file, rule.exceptFrom ?? []));
  return imports.flatMap(({ specifier, line }) => {
    const target = resolveTarget(file, specifier);
    const broken = applying.filter((rule) => breaks(rule, file, target));
    return broken.map(({ why }) => ({ file, line, target, why }));
  });
}

/** Relative imports become paths from the root; names of packages stay as they are. */
export function resolveTarget(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
}

function breaks(rule: Rule, file: string, target: string): boolean {
  if (target === COMPUTED) return true;
  if (!isOurs(target)) return (rule.neverPackages ?? []).some((name) => isPackage(target, name));
  if (rule.onlyTo !== undefined && !isWithin(target, rule.onlyTo)) return true;
  if (rule.siblingsApart && isWithin(target, [rule.from]) && childOf(rule.from, file) !== childOf(rule.from, target)) return true;
  return isWithin(target, rule.never ?? []);
}

const isOurs = (target: string) => /^(src|test|scripts|bench)\//.test(target);
const isWithin = (path: string, places: readonly string[]) => places.some((place) => path.startsWith(place));
const isPackage = (target: string, name: string) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`);
const childOf = (folder: string, path: string) => path.slice(folder.length).split('/')[0];
