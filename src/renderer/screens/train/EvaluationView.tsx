import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Evaluation } from '../../../shared/domain/evaluation.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { useCore } from '../../rpc/core-context.tsx';
import { formatQuantity } from '../../ui/format/number.ts';
import { Select } from '../../ui/Select.tsx';
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
export function EvaluationView({ run }: { readonly run: RunSummary }) {
  const core = useCore();
  const [part, setPart] = useState<JudgedPart>('val');
  const kept = run.evaluation?.part === part ? run.evaluation : undefined;
  const { data: asked, isFetching } = useQuery({
    queryKey: ['evaluation', run.id, part],
    queryFn: () => core.call('evaluateRun', { runId: run.id, part }),
    enabled: kept === undefined,
  });
  const evaluation = kept ?? asked;
  return (
    <section aria-label="Evaluation" data-testid="evaluation">
      <div className={style.titleLine}>
        <h3 className={style.title}>
          How well it does{evaluation !== undefined && `, on ${formatQuantity(evaluation.windows, 'window')} with ${formatQuantity(evaluation.spans, 'span')}`}
        </h3>
        <Select
          label="Part"
          value={part}
          options={PARTS.filter((each) => each.value !== 'test' || run.windows.test > 0)}
          onChange={setPart}
          data-testid="evaluation-part"
        />
      </div>
      {evaluation !== undefined && <Figures evaluation={evaluation} />}
      {evaluation === undefined && isFetching && <p className={style.note}>Evaluating…</p>}
    </section>
  );
}

function Figures({ evaluation }: { readonly evaluation: Evaluation }) {
  return (
    <>
      <FigureTiles evaluation={evaluation} />
      <ul className={style.words}>
        {evaluationWords(evaluation).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
