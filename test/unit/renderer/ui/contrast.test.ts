import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../../src/renderer/ui/tokens.css'), 'utf8');

/** The colour tokens of a theme, as red, green, blue in [0, 255]. */
function tokensOf(theme: 'dark' | 'light'): ReadonlyMap<string, readonly number[]> {
  const block = css.slice(css.lastIndexOf(`[data-theme='${theme}'] {`)).split('}')[0];
  const tokens = [...block.matchAll(/--([\w-]+): #([0-9a-f]{6});/g)];
  return new Map(tokens.map(([, name, hex]) => [name, [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))]));
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(colour: readonly number[]): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const SURFACES = ['page', 'surface', 'raised', 'sunken', 'hover'];
const TEXTS = ['ink', 'ink-2', 'ink-3', 'accent', 'bad', 'warning', 'good', 'prediction', 'label'];
const PAIRS: readonly (readonly [string, string])[] = [
  ...TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)),
  ...['accent', 'good', 'warning', 'bad', 'label', 'prediction'].map((name) => [name, `${name}-soft`] as const),
  ['accent-ink', 'accent-strong'],
  ['ink', 'accent-soft'],
  ['ink-2', 'pressed'],
];

describe.each(['dark', 'light'] as const)('the %s colours', (theme) => {
  const tokens = tokensOf(theme);

  it.each(PAIRS)('%s can be read on %s (WCAG AA)', (text, surface) => {
    expect(contrast(tokens.get(text)!, tokens.get(surface)!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['accent', 'control-line'])('%s marks controls clearly (3:1)', (name) => {
    for (const surface of ['page', 'surface']) expect(contrast(tokens.get(name)!, tokens.get(surface)!)).toBeGreaterThanOrEqual(3);
  });
});

it('knows black on white', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
});
