/** What of a keyboard's event is needed to write it down. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'>;

// Bound by their place, as the first keys are: elsewhere another sign may be there.
const BY_PLACE = ['Space', 'BracketLeft', 'BracketRight', 'Equal', 'Minus'];
const NO_KEYS = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock', 'Dead', 'Process', 'Unidentified'];

/** A press in the notation of bindings; null: nothing that a binding could be, as a modifier alone. */
export function recordPress(event: PressedKey, isMac: boolean): string | null {
  if (NO_KEYS.includes(event.key)) return null;
  const isAlt = event.altKey || event.getModifierState('AltGraph');
  const key = keyOf(event, isAlt);
  return [...heldWith(event, isAlt, isMac), ...shiftOf(event, key), key].join('+');
}

/** Whether a second press may follow: only single signs begin sequences. */
export function canBeginSequence(press: string): boolean {
  return /^[\p{L}\d]$/u.test(press);
}

function keyOf({ key, code }: PressedKey, isAlt: boolean): string {
  if (BY_PLACE.includes(code)) return code;
  // Alt changes the sign on some systems, not the place.
  if (isAlt && /^(Key[A-Z]|Digit\d)$/.test(code)) return code;
  return key.length === 1 ? key.toLowerCase() : key;
}

function heldWith({ ctrlKey, metaKey }: PressedKey, isAlt: boolean, isMac: boolean): readonly string[] {
  const [isMod, other, isOther] = isMac ? [metaKey, 'Control', ctrlKey] : [ctrlKey, 'Meta', metaKey];
  return [...(isMod ? ['$mod'] : []), ...(isOther ? [other] : []), ...(isAlt ? ['Alt'] : [])];
}

/** Signs like '?' need Shift on one keyboard and none on the other. */
function shiftOf({ shiftKey }: PressedKey, key: string): readonly string[] {
  if (!shiftKey) return [];
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  return [isSign ? '[Shift]' : 'Shift'];
}
