import { useId, type ReactNode } from 'react';
import style from './Fields.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the value, in words. */
  readonly problem?: string | null;
  /** Gets the id that joins label and control. */
  readonly children: (id: string) => ReactNode;
}

/** A control under its label, with a hint or what is wrong. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  return (
    <div className={style.field}>
      <label className={style.label} htmlFor={id}>
        {label}
      </label>
      {children(id)}
      {problem != null ? <span ref={reveal} className={style.problem}>{problem}</span> : hint !== undefined && <span className={style.hint}>{hint}</span>}
    </div>
  );
}

/** A problem that comes up beyond the edge of what scrolls would not be seen. */
const reveal = (problem: HTMLElement | null) => problem?.scrollIntoView({ block: 'nearest' });
