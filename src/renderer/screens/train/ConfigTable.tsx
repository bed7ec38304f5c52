import type { RunSummary } from '../../../shared/domain/run.ts';
import { configRows } from './config-rows.ts';
import style from './RunDetail.module.css';

export function ConfigTable({ run }: { readonly run: RunSummary }) {
  return (
    <section aria-label="Configuration">
      <h3 className={style.title}>Configuration</h3>
      <dl className={style.config}>
        {configRows(run.config).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
