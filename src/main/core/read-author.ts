import type { SettingsFile } from './settings-file.ts';

/** Who labels, as set in the settings. */
export function readAuthor(settings: SettingsFile): string {
  const { author } = settings.read();
  return typeof author === 'string' && author.trim() !== '' ? author.trim() : 'me';
}
