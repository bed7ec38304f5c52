import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Command, Delete, Minus, type LucideIcon } from 'lucide-react';
import { Fragment } from 'react';
import { keyNames } from '../actions/key-names.ts';
import { isMac } from './is-mac.ts';
import style from './Keys.module.css';

// Drawn, because not every font has signs for them.
const ICONS: Readonly<Record<string, LucideIcon>> = {
  'Left arrow': ArrowLeft,
  'Right arrow': ArrowRight,
  'Up arrow': ArrowUp,
  'Down arrow': ArrowDown,
  Backspace: Delete,
  Command,
  Minus,
};

/** A key binding as small key caps. */
export function Keys({ binding }: { readonly binding: string }) {
  return (
    <span className={style.keys} data-keys={binding}>
      {keyNames(binding, isMac).map((names, press) => (
        <Fragment key={press}>
          {press > 0 && 'then'}
          {names.map((name) => (
            <KeyCap key={name} name={name} />
          ))}
        </Fragment>
      ))}
    </span>
  );
}

function KeyCap({ name }: { readonly name: string }) {
  const Icon = ICONS[name];
  if (Icon === undefined) return <kbd className={style.key}>{name}</kbd>;
  return (
    <kbd className={style.key}>
      <Icon className={style.icon} aria-hidden />
      <span className={style.spoken}>{name}</span>
    </kbd>
  );
}
