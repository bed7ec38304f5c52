import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SpanCounts } from '../../../../shared/contract/labels.ts';
import { formatTimeframe } from '../../../../shared/domain/timeframe.ts';
import { useEditLabels } from '../../../labels/labels-context.tsx';
import { useCore } from '../../../rpc/core-context.tsx';
import { queryKeys } from '../../../rpc/query-keys.ts';
import { useDialogs } from '../../../state/dialogs.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { formatCount, formatQuantity } from '../../../ui/format/number.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import { countMeant, foretell, toBulkCommand, TYPE_CHOICES, type BulkChoice, type BulkKind, type TypeChoice } from './bulk-command.ts';
import style from './ManySpansDialog.module.css';

interface ManySpansDialogProps {
  readonly kind: BulkKind;
  readonly scene: Scene;
}

const WORDS = {
  'delete-spans': { title: 'Delete many spans', verb: 'Delete', look: 'danger' },
  'set-type': { title: 'Change the type of many spans', verb: 'Change', look: 'primary' },
} as const;

const NAMES: Readonly<Record<TypeChoice, string>> = { none: 'Without a type', consolidation: 'Consolidation', retracement: 'Retracement' };

export function ManySpansDialog({ kind, scene }: ManySpansDialogProps) {
  const { open, close } = useDialogs();
  return (
    <Dialog title={WORDS[kind].title} open={open === kind} onClose={close} data-testid={`bulk-${kind}`}>
      <BulkForm kind={kind} scene={scene} onClose={close} />
    </Dialog>
  );
}

function BulkForm({ kind, scene, onClose }: ManySpansDialogProps & { readonly onClose: () => void }) {
  const edit = useEditLabels();
  const { series, window, position } = scene;
  const [isWhole, setWhole] = useState(window === null);
  const [which, setWhich] = useState<TypeChoice | 'any'>('any');
  const [type, setType] = useState<TypeChoice>('consolidation');
  const choice: BulkChoice = { kind, scope: { seriesId: series.id, windowId: isWhole ? null : (window?.id ?? null) }, which, type };
  const counts = useSpanCounts(choice.scope);
  const count = counts === undefined ? 0 : countMeant(choice, counts);
  const [windowName, seriesName] = [`window ${formatCount((position ?? 0) + 1)}`, `${series.symbol} ${formatTimeframe(series.timeframeMs)}`];
  const carryOut = () => {
    edit(toBulkCommand(choice));
    if (kind === 'delete-spans') useSession.getState().set({ selectedId: null, edge: null });
    onClose();
  };
  const places = [...(window === null ? [] : [{ value: 'window', label: `Of ${windowName}` }]), { value: 'series', label: `Of the whole series ${seriesName}` }];
  return (
    <div className={style.fields}>
      <Field label="Spans">{(id) => <Select id={id} label="Spans" value={isWhole ? 'series' : 'window'} options={places} onChange={(next) => setWhole(next === 'series')} data-testid="bulk-place" />}</Field>
      <Field label="Of type">
        {(id) => <Select id={id} label="Of type" value={which} options={[{ value: 'any', label: 'Any' } as const, ...typeOptions(counts)]} onChange={setWhich} data-testid="bulk-which" />}
      </Field>
      {kind === 'set-type' && <Field label="Becomes">{(id) => <Select id={id} label="Becomes" value={type} options={typeOptions()} onChange={setType} data-testid="bulk-type" />}</Field>}
      {counts !== undefined && (
        <Notice tone={kind === 'delete-spans' && count > 0 ? 'warning' : 'note'} data-testid="bulk-foretold">
          {foretell(choice, count, isWhole ? seriesName : windowName)}
        </Notice>
      )}
      <div className={style.buttons}>
        <Button onClick={onClose}>Cancel</Button>
        <Button data-first look={WORDS[kind].look} aria-disabled={count === 0} onClick={() => count > 0 && carryOut()} data-testid="bulk-confirm">
          {WORDS[kind].verb} {formatQuantity(count, 'span')}
        </Button>
      </div>
    </div>
  );
}

function typeOptions(counts?: SpanCounts) {
  return TYPE_CHOICES.map((value) => ({ value, label: NAMES[value], detail: counts === undefined ? undefined : formatCount(counts[value]) }));
}

function useSpanCounts(scope: BulkChoice['scope']): SpanCounts | undefined {
  const core = useCore();
  const { data } = useQuery({ queryKey: queryKeys.spanCountsOf(scope.seriesId, scope.windowId), queryFn: () => core.call('countSpans', scope) });
  return data;
}
