import { ArrowLeftToLine, Combine, X } from 'lucide-react';
import type { Comparison } from '../../../shared/domain/comparison.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { partsOf } from '../../../shared/engine/comparison/contender-parts.ts';
import { withFirst, withTogether } from '../../state/compared.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useActions } from '../../actions/actions-context.tsx';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatCount, formatQuantity } from '../../ui/format/number.ts';
import { Select } from '../../ui/Select.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import style from './Compare.module.css';
import { ContenderName } from './ContenderName.tsx';
import { SaveReport } from './SaveReport.tsx';

const PARTS: readonly { readonly value: SplitPart; readonly label: string }[] = [
  { value: 'val', label: 'Validation part' },
  { value: 'test', label: 'Test part' },
  { value: 'train', label: 'Training part' },
];

interface CompareHeadProps {
  readonly comparison: Comparison | undefined;
  readonly names: readonly string[];
}

/** Who is compared, and on which part. */
export function CompareHead({ comparison, names }: CompareHeadProps) {
  const { compared, comparedPart, set } = useWorkspace();
  const more = withTogether(compared);
  useActions({ 'compare.together': () => (more === null ? false : set({ compared: more })) });
  return (
    <header className={style.head} data-area>
      <ol className={style.contenders} aria-label="Contenders; the others are held against the first">
        {names.map((name, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a contender is its place and nothing else here
          <ContenderChip key={place} place={place} name={comparison?.contenders[place]?.name ?? name} detail={detailOf(comparison, place)} />
        ))}
      </ol>
      <div className={style.tools}>
        <Select label="Part" value={comparedPart} options={PARTS} onChange={(part) => set({ comparedPart: part })} data-testid="compared-part" />
        <ActionButton action="compare.together" disabled={more === null}>
          <Combine size={14} aria-hidden /> Together
        </ActionButton>
        {comparison !== undefined && <SaveReport />}
      </div>
    </header>
  );
}

function detailOf(comparison: Comparison | undefined, place: number): string {
  const contender = comparison?.contenders[place];
  if (contender === undefined) return '';
  const { kind, missing } = contender;
  const parts = partsOf(contender);
  const modes = [...new Set(parts.map(({ mode }) => mode))].join(' and ');
  const what = contender.mode === 'together' ? `${parts.length} together: ${modes}` : modes;
  if (kind === 'run') return what;
  const members = formatQuantity(parts[0].runs.length, kind === 'seeds' ? 'seed' : 'fold');
  return `${what}, ${members}${missing === 0 ? '' : `, ${formatCount(missing)} missing`}`;
}

function ContenderChip({ place, name, detail }: { readonly place: number; readonly name: string; readonly detail: string }) {
  const { compared, set } = useWorkspace();
  return (
    <li className={style.chip} data-testid="contender">
      <ContenderName place={place} name={name} />
      <span className={style.small}>{detail}</span>
      {place > 0 && (
        <Tooltip text="Hold the others against it">
          <Button look="quiet" size="icon" aria-label={`Hold the others against ${name}`} onClick={() => set({ compared: withFirst(compared, place) })} data-testid="make-first">
            <ArrowLeftToLine size={14} aria-hidden />
          </Button>
        </Tooltip>
      )}
      <Tooltip text="Leave it out">
        <Button look="quiet" size="icon" aria-label={`Leave ${name} out`} onClick={() => set({ compared: compared.filter((_, other) => other !== place) })} data-testid="leave-out">
          <X size={14} aria-hidden />
        </Button>
      </Tooltip>
    </li>
  );
}
