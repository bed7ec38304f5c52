import type { ComponentProps } from 'react';

interface GroupProps extends ComponentProps<'fieldset'> {
  /** What the controls have in common, for those who do not see it. */
  readonly label: string;
}

/** Controls that belong together. */
export function Group({ label, ...rest }: GroupProps) {
  return <fieldset aria-label={label} {...rest} />;
}
