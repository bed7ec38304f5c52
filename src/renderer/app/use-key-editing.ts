import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { actionById, type ActionId } from '../actions/action-definitions.ts';
import { useBoundActions } from '../actions/actions-context.tsx';
import { findKeyClashes, type KeyClash } from '../actions/key-clashes.ts';
import { assignKeys, OWN_KEYS_SETTING, readOwnKeys, type OwnKeys } from '../actions/own-keys.ts';
import { useSettings, useWriteSetting } from '../rpc/queries.ts';

/** What the key sheet is doing. A clash waits for the person: nothing is taken over before. */
export type KeyEditingStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'record'; readonly id: ActionId }
  | { readonly kind: 'clash'; readonly id: ActionId; readonly keys: readonly string[]; readonly clashes: readonly KeyClash[] }
  | { readonly kind: 'reset-all' };

const IDLE: KeyEditingStep = { kind: 'idle' };

export function useKeyEditing() {
  const bound = useBoundActions();
  const { data: settings } = useSettings();
  const writeSetting = useWriteSetting();
  const own = readOwnKeys(settings?.[OWN_KEYS_SETTING]);
  const [step, setStep] = useState<KeyEditingStep>(IDLE);
  const keep = useMutation({ mutationFn: (next: OwnKeys) => writeSetting(OWN_KEYS_SETTING, Object.keys(next).length === 0 ? null : next) });
  const take = (next: OwnKeys) => {
    setStep(IDLE);
    keep.mutate(next);
  };
  const give = (id: ActionId, keys: readonly string[]) => {
    const clashes = findKeyClashes(bound, id, keys);
    if (clashes.length > 0) setStep({ kind: 'clash', id, keys, clashes });
    else take(assignKeys(own, id, keys));
  };
  return {
    step,
    changed: new Set(Object.keys(own) as ActionId[]),
    record: (id: ActionId) => setStep({ kind: 'record', id }),
    /** Asks first where another action has such a key. */
    give,
    giveDespite: (id: ActionId, keys: readonly string[]) => take(assignKeys(own, id, keys)),
    reset: (id: ActionId) => give(id, actionById(id).keys),
    askResetAll: () => setStep({ kind: 'reset-all' }),
    resetAll: () => take({}),
    cancel: () => setStep(IDLE),
  };
}

export type KeyEditing = ReturnType<typeof useKeyEditing>;
