import { Fragment } from 'react';
import { keyNames } from '../actions/key-names.ts';
import { isMac } from './is-mac.ts';
import style from './Keys.module.css';

/** A key binding as small key caps. */
export function Keys({ binding }: { readonly binding: string }) {
  return (
    <span className={style.keys}>
      {keyNames(binding, isMac).map((names, press) => (
        <Fragment key={press}>
          {press > 0 && 'then'}
          {names.map((name) => (
            <kbd key={name} className={style.key}>
              {name}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
