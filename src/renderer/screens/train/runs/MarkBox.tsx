import type { ContenderSource } from '../../../../shared/domain/comparison.ts';
import { letterOf, placeOf } from '../../../state/compared.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useKeyText } from '../../../ui/use-key-text.ts';
import { toggleMark } from './mark-contender.ts';
import style from './MarkBox.module.css';

interface MarkBoxProps {
  readonly source: ContenderSource;
  readonly name: string;
  /** Of the row that it stands beside, in pixels; absent: it stands in the text. */
  readonly top?: number;
}

/** Marks something for the comparison, and shows the letter that it has there. By keys this is done from the row itself, where it has one. */
export function MarkBox({ source, name, top }: MarkBoxProps) {
  const place = useWorkspace(({ compared }) => placeOf(compared, source));
  const keyOfMark = useKeyText('train.mark');
  const isMarked = place >= 0;
  return (
    <button
      type="button"
      className={classNames(style.box, top !== undefined && style.beside)}
      style={top === undefined ? undefined : { top }}
      tabIndex={top === undefined ? 0 : -1}
      aria-pressed={isMarked}
      aria-label={isMarked ? `${name}, marked for the comparison as ${letterOf(place)}` : `Mark ${name} for the comparison`}
      title={`${isMarked ? 'Take the mark back' : 'Mark for the comparison'} (${keyOfMark})`}
      onClick={() => toggleMark(source)}
      data-testid="mark-box"
    >
      <span className={style.letter}>{isMarked ? letterOf(place) : ''}</span>
    </button>
  );
}
