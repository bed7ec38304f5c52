import { expect, it } from 'vitest';
import { canBeginSequence, recordPress, type PressedKey } from '../../../../src/renderer/actions/record-press.ts';

function pressed(key: string, code: string, held: Partial<Pick<PressedKey, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>> = {}): PressedKey {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, getModifierState: () => false, ...held };
}

it('writes presses as the first keys are written', () => {
  const written = [
    pressed('q', 'KeyQ'),
    pressed('Q', 'KeyQ', { shiftKey: true }),
    pressed('?', 'Slash', { shiftKey: true }),
    pressed(' ', 'Space'),
    pressed('[', 'BracketLeft'),
    pressed('ArrowLeft', 'ArrowLeft', { altKey: true }),
    pressed('´', 'KeyE', { altKey: true }),
    pressed('z', 'KeyZ', { ctrlKey: true, shiftKey: true }),
    pressed('F2', 'F2'),
  ].map((event) => recordPress(event, false));
  expect(written).toEqual(['q', 'Shift+q', '[Shift]+?', 'Space', 'BracketLeft', 'Alt+ArrowLeft', 'Alt+KeyE', '$mod+Shift+z', 'F2']);
});

it('knows Command for what it is', () => {
  expect(recordPress(pressed('z', 'KeyZ', { metaKey: true }), true)).toBe('$mod+z');
  expect(recordPress(pressed('z', 'KeyZ', { ctrlKey: true }), true)).toBe('Control+z');
});

it('waits for more than a modifier', () => {
  expect(recordPress(pressed('Shift', 'ShiftLeft', { shiftKey: true }), false)).toBeNull();
  expect(recordPress(pressed('Dead', 'Equal'), false)).toBeNull();
});

it('lets only single signs begin a sequence', () => {
  expect(['g', '1', 'ü', 'Shift+g', 'Enter', 'F2', '.'].filter(canBeginSequence)).toEqual(['g', '1', 'ü']);
});
