import { useMutation } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useRef, useState } from 'react';
import type { RunSummary } from '../../../shared/domain/run.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { useActions } from '../../actions/actions-context.tsx';
import { useCore } from '../../rpc/core-context.tsx';
import { oneAtATime } from '../../rpc/one-at-a-time.ts';
import { useExperiments, usePresets, useReadiness } from '../../rpc/queries.ts';
import { useGuide } from '../../state/guide.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Field } from '../../ui/Field.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { focusWrongField, useWrongFields } from '../../ui/use-wrong-fields.ts';
import { BackendField } from './BackendField.tsx';
import { draftConfig, EMPTY_DRAFT, type ConfigDraft } from './config-draft.ts';
import { Readiness } from './Readiness.tsx';
import { RepeatFields } from './RepeatFields.tsx';
import { ONCE, plannedMembers, type Repeats } from './repeats.ts';
import { SplitFields } from './SplitFields.tsx';
import style from './TrainScreen.module.css';

const MODES = [
  { value: 'soft', label: 'Soft mask' },
  { value: 'crf', label: 'CRF (sequence)' },
  { value: 'segments', label: 'Whole spans' },
] as const;

/** What to train, and whether that can start. */
export function TrainSetup({ runningRun }: { readonly runningRun: RunSummary | null }) {
  const { data: presets = [] } = usePresets();
  const [draft, setDraft] = useState<ConfigDraft>(EMPTY_DRAFT);
  const config = draftConfig(presets, draft);
  const change = (part: Partial<ConfigDraft>) => setDraft((old) => ({ ...old, ...part }));
  const { data: readiness } = useReadiness(config);
  const [repeats, setRepeats] = useState<Repeats>(ONCE);
  const { data: experiments = [] } = useExperiments();
  const fields = useRef<HTMLDivElement>(null);
  const { isAnyWrong, onWrong } = useWrongFields();
  const start = useStartTraining();
  const canStart = config !== null && runningRun === null && !experiments.some(({ state }) => state === 'running') && readiness !== undefined && readiness.obstacles.length === 0 && !start.isPending;
  const begin = () => {
    // First: whoever typed it is told at once, whatever else stands in the way.
    if (isAnyWrong) return focusWrongField(fields.current);
    return canStart ? start.mutate({ config, repeats }) : false;
  };
  useActions({ 'train.start': begin });
  if (config === null) return null;
  const chosen = presets.find((preset) => preset.id === draft.presetId) ?? presets[0];
  return (
    <Panel title="New training" flush data-testid="train-setup">
      <div ref={fields} className={style.fields}>
        <Field label="Preset">
          {(id) => (
            <Select
              id={id}
              label="Preset"
              value={chosen.id}
              options={presets.map((preset) => ({ value: preset.id, label: preset.name }))}
              onChange={(presetId) => setDraft({ ...EMPTY_DRAFT, presetId, backend: draft.backend, wideVectors: draft.wideVectors })}
              data-testid="preset"
            />
          )}
        </Field>
        <p className={style.description}>{chosen.description}</p>
        <Field label="How spans are learned">
          {(id) => <Select id={id} label="How spans are learned" value={config.mode} options={MODES} onChange={(mode) => change({ mode })} data-testid="mode" />}
        </Field>
        <div className={style.pair}>
          <NumberField label="Epochs" value={config.epochs} min={1} max={10_000} whole onChange={(epochs) => change({ epochs })} onWrong={onWrong} data-testid="epochs" />
          <NumberField label="Seed" value={config.seed} min={0} max={2 ** 31 - 1} whole onChange={(seed) => change({ seed })} onWrong={onWrong} data-testid="seed" />
        </div>
        <BackendField config={config} isTraining={runningRun !== null} onChange={change} />
        <SplitFields split={config.split} onChange={(split) => change({ split })} onWrong={onWrong} />
        <RepeatFields repeats={repeats} config={config} onChange={setRepeats} onWrong={onWrong} />
        <Readiness readiness={readiness} runningName={runningRun?.name ?? null} />
      </div>
      <div className={style.foot}>
        <ActionButton action="train.start" look="primary" size="large" className={style.start} disabled={!canStart}>
          <Play size={16} aria-hidden /> {repeats.kind === 'once' ? 'Start training' : `Start ${repeats.count} trainings`}
        </ActionButton>
      </div>
    </Panel>
  );
}

interface Wish {
  readonly config: TrainConfig;
  readonly repeats: Repeats;
}

function useStartTraining() {
  const core = useCore();
  const [startOne] = useState(() =>
    oneAtATime(async ({ config, repeats }: Wish) => {
      const members = plannedMembers(config, repeats);
      if (members === null) return { shownRunId: (await core.call('startTraining', { config })).runId, shownExperimentId: null };
      return { shownExperimentId: (await core.call('startExperiment', members)).experimentId };
    }),
  );
  return useMutation({
    mutationFn: startOne,
    onSuccess: (shown) => {
      useWorkspace.getState().set(shown);
      useGuide.getState().did('train');
    },
  });
}
