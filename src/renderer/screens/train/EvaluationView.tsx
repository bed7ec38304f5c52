import { Tabs } from '@base-ui/react/tabs';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Evaluation, EvaluationDetails } from '../../../shared/domain/evaluation.ts';
import type { RunWithEvaluation } from '../../../shared/domain/run.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { useCore } from '../../rpc/core-context.tsx';
import { queryKeys } from '../../rpc/query-keys.ts';
import { formatQuantity } from '../../ui/format/number.ts';
import { Select } from '../../ui/Select.tsx';
import tabStyle from '../../ui/Tabs.module.css';
import { BaselineTable } from './evaluation/BaselineTable.tsx';
import { DecoderTable } from './evaluation/DecoderTable.tsx';
import { EvaluationCharts } from './evaluation/EvaluationCharts.tsx';
import { FigureTable } from './evaluation/FigureTable.tsx';
import { evaluationWords } from './evaluation-words.ts';
import { FigureTiles } from './FigureTiles.tsx';
import style from './RunDetail.module.css';

type JudgedPart = 'val' | 'test' | 'train';

const PARTS = [
  { value: 'val', label: 'Validation part' },
  { value: 'test', label: 'Test part' },
  { value: 'train', label: 'Training part' },
] as const;

/** How well the run does on a part of the windows. */
export function EvaluationView({ run }: { readonly run: RunWithEvaluation }) {
  const core = useCore();
  const [part, setPart] = useState<JudgedPart>(run.windows.val > 0 ? 'val' : 'train');
  // The kept figures are there at once; curves are drawn when the core has judged the run again.
  const { data: details, isFetching } = useQuery({
    queryKey: queryKeys.evaluation(run.id, part),
    queryFn: () => core.call('evaluateRun', { runId: run.id, part }),
  });
  const kept = run.evaluation?.part === part ? run.evaluation : undefined;
  const evaluation = details ?? kept;
  return (
    <section aria-label="Evaluation" data-testid="evaluation">
      <div className={style.titleLine}>
        <h3 className={style.title}>How well it does{evaluation !== undefined && `, on ${overWhat(evaluation)}`}</h3>
        <Select
          label="Part"
          value={part}
          options={PARTS.filter(({ value }) => run.windows[value] > 0)}
          onChange={setPart}
          data-testid="evaluation-part"
        />
      </div>
      {evaluation !== undefined && <EvaluationTabs evaluation={evaluation} details={details} keep={run.config.keep} />}
      {evaluation === undefined && isFetching && <p className={style.note}>Evaluating…</p>}
    </section>
  );
}

function overWhat({ windows, spans, resampling }: Evaluation): string {
  const days = resampling.by === 'day' ? ` of ${formatQuantity(resampling.groups, 'trading day')}` : ' of one trading day';
  return `${formatQuantity(windows, 'window')} with ${formatQuantity(spans, 'span')}${days}`;
}

interface EvaluationTabsProps extends OverviewProps {
  readonly details: EvaluationDetails | undefined;
}

function EvaluationTabs({ evaluation, details, keep }: EvaluationTabsProps) {
  return (
    <Tabs.Root defaultValue="overview">
      <Tabs.List className={tabStyle.tabs}>
        <Tab id="overview">At a glance</Tab>
        <Tab id="figures">All figures</Tab>
        <Tab id="decoders">Decoders</Tab>
        <Tab id="baselines">Baselines</Tab>
        <Tab id="curves">Curves</Tab>
      </Tabs.List>
      <Tabs.Panel value="overview">
        <Overview evaluation={evaluation} keep={keep} />
      </Tabs.Panel>
      <Tabs.Panel value="figures">
        <FigureTable evaluation={evaluation} />
      </Tabs.Panel>
      <Tabs.Panel value="decoders">
        <DecoderTable evaluation={evaluation} />
      </Tabs.Panel>
      <Tabs.Panel value="baselines">
        <BaselineTable evaluation={evaluation} />
      </Tabs.Panel>
      <Tabs.Panel value="curves">{details === undefined ? <p className={style.note}>Evaluating…</p> : <EvaluationCharts evaluation={details} />}</Tabs.Panel>
    </Tabs.Root>
  );
}

function Tab({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <Tabs.Tab value={id} className={tabStyle.tab} data-testid={`evaluation-tab-${id}`}>
      {children}
    </Tabs.Tab>
  );
}

interface OverviewProps {
  readonly evaluation: Evaluation;
  readonly keep: TrainConfig['keep'];
}

function Overview({ evaluation, keep }: OverviewProps) {
  return (
    <>
      <FigureTiles evaluation={evaluation} />
      <ul className={style.words}>
        {evaluationWords(evaluation, keep).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
