import { chromium, type Browser } from 'playwright-core';
import { findBrowserProgram } from './find-program.ts';

/** A real browser without a window. Close it when the tests of a file are done. */
export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const { executable, env } = findBrowserProgram();
  return chromium.launch({ executablePath: executable, env: { ...definedEnv(), ...env }, args: [...args] });
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
