import type { RunWarning } from '../../../shared/domain/run-warning.ts';
import { Notice } from '../../ui/Notice.tsx';
import style from './RunDetail.module.css';

/** Each trap once. Its figures may move while it stays; only a new one is announced. */
export function RunWarnings({ warnings }: { readonly warnings: readonly RunWarning[] }) {
  return (
    <section aria-label="Warnings" className={style.warnings} hidden={warnings.length === 0} data-testid="run-warnings">
      <output className={style.announcement}>
        {warnings.map(({ title }) => `${title}.`).join(' ')}
      </output>
      {warnings.map(({ kind, title, text }) => (
        <Notice key={kind} tone="warning" data-testid={`warning-${kind}`}>
          <strong className={style.warningTitle}>{title}.</strong> {text}
        </Notice>
      ))}
    </section>
  );
}
