import { existsSync } from 'node:fs';

/** The path of `name`, or with the first number from 2 on, that no file has yet. */
export function unusedPath(name: string, pathOf: (name: string) => string): string {
  let path = pathOf(name);
  for (let number = 2; existsSync(path); number++) path = pathOf(`${name} ${number}`);
  return path;
}
