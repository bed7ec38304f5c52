import { describeDecoding } from '../../../shared/domain/describe-decoding.ts';
import type { Comparison, Contender, ContenderRun } from '../../../shared/domain/comparison.ts';
import { learnersOf } from '../../../shared/engine/comparison/contender-parts.ts';
import { formatSeconds } from '../../ui/format/duration.ts';
import { formatCount } from '../../ui/format/number.ts';
import { formatBarTime } from '../../ui/format/time.ts';
import table from '../../ui/FigureTable.module.css';
import style from './Compare.module.css';
import { ContenderHeads } from './ContenderHeads.tsx';
import { learnerLetter } from './contender-looks.ts';
import { settingText } from './setting-text.ts';

const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the contenders were told differently, and what each of their runs was. */
export function ConfigurationComparison({ comparison: { contenders, configuration } }: { readonly comparison: Comparison }) {
  return (
    <section aria-label="Configuration" data-testid="configuration">
      <h3 className={style.title}>What differs</h3>
      {configuration.length === 0 && <p className={style.note}>All settings are the same.</p>}
      <div className={style.wide}>
        <table className={table.table} data-testid="configuration-differences">
          <thead>
            <tr>
              <th scope="col">Setting</th>
              <ContenderHeads contenders={contenders} />
            </tr>
          </thead>
          <tbody>
            {configuration.map(({ field, values }) => (
              <Row key={field} name={field} values={values.map(settingText)} />
            ))}
            <Row name="Spans are decoded by" values={contenders.map(decodingText)} />
            <Row name="Threshold chosen on validation" values={contenders.map(({ bestThreshold }) => bestThreshold.toFixed(2))} />
          </tbody>
        </table>
      </div>
      <h3 className={style.title}>Runs</h3>
      <div className={style.wide}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Run</th>
              <th scope="col">Seed</th>
              <th scope="col">Epochs</th>
              <th scope="col">Steps</th>
              <th scope="col">Of an epoch</th>
              <th scope="col">Back end</th>
              <th scope="col">Trained</th>
              <th scope="col">Snapshot of the labels</th>
            </tr>
          </thead>
          <tbody>{learnersOf(contenders).flatMap((learner) => learner.runs.map((run) => <RunRow key={`${learner.place} ${run.id}`} run={run} letter={learnerLetter(learner)} />))}</tbody>
        </table>
      </div>
    </section>
  );
}

const decodingText = ({ decoding: { config, choice } }: Contender): string => `${describeDecoding(config)}, ${choice === 'fixed' ? 'fixed beforehand' : 'chosen on validation'}`;

function Row({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  return (
    <tr data-setting={name}>
      <th scope="row">{name}</th>
      {values.map((value, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a contender has its place and nothing else here
        <td key={place} className={style.setting}>
          {value}
        </td>
      ))}
    </tr>
  );
}

function RunRow({ run: { id, name, seed, epochsDone, steps, secondsPerEpoch, backend, createdAt, snapshotHash }, letter }: { readonly run: ContenderRun; readonly letter: string }) {
  return (
    <tr>
      <th scope="row">
        <b>{letter}</b> {name} <span className={table.note}>#{id}</span>
      </th>
      <td>{seed}</td>
      <td>{formatCount(epochsDone)}</td>
      <td>{formatCount(steps)}</td>
      <td>{secondsPerEpoch === null ? '–' : formatSeconds(secondsPerEpoch)}</td>
      <td>{backend}</td>
      <td>{formatBarTime(createdAt, localZone, 60_000)}</td>
      <td title={snapshotHash}>
        <code>{snapshotHash.slice(0, 12)}</code>
      </td>
    </tr>
  );
}
