import { InvalidArgumentError } from 'commander';
import { changeSettings, type Settings } from './change-settings.ts';

/**
 * Parses one `--set schedule.kind=cosine` and adds it to those before. A value is JSON (numbers, true, null, lists, objects);
 * what is no JSON is a text.
 */
export function addSetting(text: string, before: Settings = {}): Settings {
  const [, path, value] = /^([\w.]+)=(.+)$/s.exec(text) ?? [];
  const fields = path?.split('.') ?? [];
  if (value === undefined || fields.includes('')) throw new InvalidArgumentError('expected field=value, for example learningRate=0.003 or schedule.kind=cosine.');
  return changeSettings(before, nest(fields, parseValue(value)));
}

export const nest = (fields: readonly string[], value: unknown): Settings =>
  fields.toReversed().reduce<unknown>((inner, field) => Object.fromEntries([[field, inner]]), value) as Settings;

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
