/** Joins what is there: `classNames(style.row, chosen && style.chosen)`. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
