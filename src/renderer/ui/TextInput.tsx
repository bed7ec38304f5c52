import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import style from './Fields.module.css';

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={classNames(style.input, className)} autoComplete="off" spellCheck={false} {...rest} />;
}

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={classNames(style.input, style.area, className)} {...rest} />;
}
