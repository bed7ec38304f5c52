import { useState } from 'react';
import type { BarsPreview, ImportOptions } from '../../../shared/contract/imports.ts';
import { formatTimeframe, parseTimeframe } from '../../../shared/domain/timeframe.ts';
import { Field } from '../../ui/Field.tsx';
import { formatQuantity } from '../../ui/format/number.ts';
import { knownTimeZone } from '../../ui/format/time.ts';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { CommittedInput } from './CommittedInput.tsx';
import { delimiterName } from './corrections.ts';

interface OptionFieldsProps {
  readonly preview: BarsPreview;
  readonly onCorrect: (change: Partial<ImportOptions>) => void;
}

const withOther = (known: readonly string[], current: string) => (known.includes(current) ? known : [current, ...known]);

/** Everything that was detected, to be corrected. */
export function OptionFields({ preview, onCorrect }: OptionFieldsProps) {
  const { options, choices, members } = preview;
  const formats = choices.formats.some((format) => format.id === options.format)
    ? choices.formats
    : [{ id: options.format, name: preview.formatName }, ...choices.formats];
  const example = choices.timeFormats.find((format) => format.id === options.timeFormat)?.example;
  return (
    <>
      <SeriesFields options={options} onCorrect={onCorrect} />
      <Field label="Format">
        {(id) => (
          <Select
            id={id}
            label="Format"
            value={options.format}
            options={formats.map((format) => ({ value: format.id, label: format.name }))}
            onChange={(format) => onCorrect({ format })}
            data-testid="format"
          />
        )}
      </Field>
      {members.length > 1 && options.member !== null && (
        <Field label="Member of the zip">
          {(id) => (
            <Select
              id={id}
              label="Member of the zip"
              value={options.member}
              options={members.map((member) => ({ value: member.name, label: member.name, detail: formatQuantity(member.rows, 'row') }))}
              onChange={(member) => onCorrect({ member })}
            />
          )}
        </Field>
      )}
      <Field label="Time format" hint={example === undefined ? undefined : `Such as ${example}`}>
        {(id) => (
          <Select
            id={id}
            label="Time format"
            value={options.timeFormat}
            options={withOther(choices.timeFormats.map((format) => format.id), options.timeFormat).map((value) => ({ value, label: value }))}
            onChange={(timeFormat) => onCorrect({ timeFormat })}
            data-testid="time-format"
          />
        )}
      </Field>
      <ZoneField value={options.timeZone} onChange={(timeZone) => onCorrect({ timeZone })} />
      <Switch label="Stamps are the end of a bar" checked={options.stampsAreBarEnd} onChange={(stampsAreBarEnd) => onCorrect({ stampsAreBarEnd })} data-testid="bar-end" />
      {options.delimiter !== null && (
        <>
          <Field label="Delimiter">
            {(id) => (
              <Select
                id={id}
                label="Delimiter"
                value={options.delimiter ?? ''}
                options={withOther(choices.delimiters, options.delimiter ?? '').map((value) => ({ value, label: delimiterName(value) }))}
                onChange={(delimiter) => onCorrect({ delimiter })}
              />
            )}
          </Field>
          <Switch label="First line names the columns" checked={options.hasHeader} onChange={(hasHeader) => onCorrect({ hasHeader })} />
        </>
      )}
    </>
  );
}

function SeriesFields({ options, onCorrect }: { readonly options: ImportOptions; readonly onCorrect: OptionFieldsProps['onCorrect'] }) {
  const [problem, setProblem] = useState<string | null>(null);
  const commitTimeframe = (text: string) => {
    const timeframeMs = parseTimeframe(text);
    setProblem(timeframeMs === undefined ? 'Expected a number and a unit: 30s, 1m, 15m, 1h, 1d, 1w.' : null);
    if (timeframeMs !== undefined) onCorrect({ timeframeMs });
  };
  return (
    <>
      <Field label="Symbol" problem={options.symbol.trim() === '' ? 'The file does not name it; please do.' : null}>
        {(id) => <CommittedInput id={id} value={options.symbol} onCommit={(symbol) => onCorrect({ symbol: symbol.trim() })} data-testid="symbol" />}
      </Field>
      <Field label="Timeframe" problem={problem} hint="From the most frequent step between rows.">
        {(id) => <CommittedInput id={id} value={formatTimeframe(options.timeframeMs)} onCommit={commitTimeframe} data-testid="timeframe" />}
      </Field>
    </>
  );
}

function ZoneField({ value, onChange }: { readonly value: string; readonly onChange: (zone: string) => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const commit = (zone: string) => {
    const isKnown = knownTimeZone(zone.trim()) !== undefined;
    setProblem(isKnown ? null : 'Expected UTC, a name such as America/New_York, or an offset such as UTC-05:00.');
    if (isKnown) onChange(zone.trim());
  };
  return (
    <Field label="Time zone of the stamps" problem={problem} hint="Of stamps that carry none themselves.">
      {(id) => <CommittedInput id={id} value={value} onCommit={commit} data-testid="zone" />}
    </Field>
  );
}
