import type { RunState } from '../../../shared/domain/run.ts';
import { Badge, type BadgeTone } from '../../ui/Badge.tsx';

const STATES: Readonly<Record<RunState, { readonly tone: BadgeTone; readonly name: string }>> = {
  running: { tone: 'accent', name: 'training' },
  done: { tone: 'good', name: 'done' },
  cancelled: { tone: 'warning', name: 'stopped' },
  failed: { tone: 'bad', name: 'failed' },
  interrupted: { tone: 'warning', name: 'interrupted' },
};

export function RunStateBadge({ state }: { readonly state: RunState }) {
  return <Badge tone={STATES[state].tone}>{STATES[state].name}</Badge>;
}
