import { Menu } from '@base-ui/react/menu';
import { Check, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ActionId } from '../actions/action-definitions.ts';
import { ActionKeys } from './ActionKeys.tsx';
import { classNames } from './class-names.ts';
import { focusKeyboardHome } from './keyboard-home.ts';
import popup from './Popup.module.css';
import style from './PointMenu.module.css';

interface PointMenuProps {
  readonly label: string;
  /** In CSS pixels of the page. */
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu at a point of the page, open for as long as it is rendered. It gives the focus back to where keys are at home. */
export function PointMenu({ label, x, y, onClose, children }: PointMenuProps) {
  const anchor = { getBoundingClientRect: () => DOMRect.fromRect({ x, y }) };
  const close = () => {
    onClose();
    focusKeyboardHome();
  };
  return (
    <Menu.Root open modal={false} onOpenChange={(next) => !next && close()}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} side="right" align="start" positionMethod="fixed" className={popup.positioner}>
          <Menu.Popup finalFocus={false} className={classNames(popup.popup, style.popup)} aria-label={label} data-testid="point-menu" onContextMenu={(event) => event.preventDefault()}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface ItemProps {
  /** Whose key is shown; absent: there is none. */
  readonly action?: ActionId;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** Carried out when the menu is gone, so that what it does may move the focus. */
export function MenuItem({ action, onChoose, children }: ItemProps) {
  return (
    <Menu.Item className={classNames(popup.item, style.item)} onClick={() => setTimeout(onChoose)} data-testid={action === undefined ? undefined : `menu-${action}`}>
      <span className={style.text}>{children}</span>
      {action !== undefined && <ActionKeys action={action} />}
    </Menu.Item>
  );
}

interface MenuSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function MenuSection({ title, children }: MenuSectionProps) {
  return (
    <Menu.Group className={style.section}>
      <Menu.GroupLabel className={style.title}>{title}</Menu.GroupLabel>
      {children}
    </Menu.Group>
  );
}

interface MenuChoice<Value extends string | number | null> {
  readonly value: Value;
  readonly name: string;
  readonly action?: ActionId;
}

interface MenuChoicesProps<Value extends string | number | null> {
  readonly title: string;
  /** That goes from one choice to the next. */
  readonly action?: ActionId;
  readonly value: Value;
  readonly choices: readonly MenuChoice<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** One of several, in a menu of its own. */
export function MenuChoices<Value extends string | number | null>({ title, action, value, choices, onChoose }: MenuChoicesProps<Value>) {
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={classNames(popup.item, style.item)} data-testid={`menu-${title}`}>
        <span className={style.text}>{title}</span>
        {action !== undefined && <ActionKeys action={action} />}
        <ChevronRight size={14} aria-hidden />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={2} alignOffset={-5} positionMethod="fixed" className={popup.positioner}>
          <Menu.Popup className={classNames(popup.popup, style.popup)} onContextMenu={(event) => event.preventDefault()}>
            <Menu.RadioGroup value={value} onValueChange={(next: Value) => setTimeout(() => onChoose(next))}>
              {choices.map((choice) => (
                <Menu.RadioItem key={choice.name} value={choice.value} closeOnClick className={classNames(popup.item, style.item)}>
                  <span className={popup.mark}>
                    <Menu.RadioItemIndicator>
                      <Check size={14} aria-hidden />
                    </Menu.RadioItemIndicator>
                  </span>
                  <span className={style.text}>{choice.name}</span>
                  {choice.action !== undefined && <ActionKeys action={choice.action} />}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}
