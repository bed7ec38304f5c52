import style from './Compare.module.css';
import { contenderLook, learnerLetter } from './contender-looks.ts';

/** The letter of a contender with the line that it is drawn with, as in every chart. */
export function ContenderName({ place, nth, name }: { readonly place: number; readonly nth?: number; readonly name?: string }) {
  const { colour, isDashed } = contenderLook(place);
  return (
    <span className={style.contenderName} title={name}>
      <span className={style.swatch} data-dashed={isDashed} style={{ borderColor: `var(${colour})` }} aria-hidden />
      <b>{learnerLetter({ place, nth })}</b>
      {name !== undefined && <span className={style.fullName}>{name}</span>}
    </span>
  );
}
