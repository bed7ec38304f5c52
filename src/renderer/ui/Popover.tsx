import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import style from './Popover.module.css';
import popup from './Popup.module.css';
import { classNames } from './class-names.ts';

interface PopoverProps {
  /** For those who do not see it. */
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly 'data-testid'?: string;
}

/** Controls that are needed now and then, beneath the button that opens them. */
export function Popover({ label, trigger, children, ...rest }: PopoverProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={4} className={popup.positioner}>
          <Base.Popup className={classNames(popup.popup, style.popup)} aria-label={label} {...rest}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
