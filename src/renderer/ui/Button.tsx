import type { ComponentProps } from 'react';
import style from './Button.module.css';
import { classNames } from './class-names.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'primary' | 'normal' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'icon' | 'large';
}

export function Button({ look = 'normal', size = 'normal', className, type = 'button', ...rest }: ButtonProps) {
  const looks = { primary: style.primary, normal: null, quiet: style.quiet, danger: style.danger };
  const sizes = { normal: null, icon: style.icon, large: style.large };
  return <button type={type} className={classNames(style.button, looks[look], sizes[size], className)} {...rest} />;
}
