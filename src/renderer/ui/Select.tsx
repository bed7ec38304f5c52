import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import popup from './Popup.module.css';
import style from './Select.module.css';
import { classNames } from './class-names.ts';

export interface SelectOption<Value extends string | number | null> {
  readonly value: Value;
  readonly label: string;
  /** Small print at the right. */
  readonly detail?: string;
  /** Small print beneath. */
  readonly note?: string;
  readonly isDisabled?: boolean;
}

interface SelectProps<Value extends string | number | null> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly id?: string;
  readonly 'data-testid'?: string;
}

export function Select<Value extends string | number | null>(props: SelectProps<Value>) {
  const { options, value } = props;
  return (
    <Base.Root
      items={options.map((option) => ({ value: option.value, label: option.label }))}
      value={value}
      onValueChange={(next) => props.onChange(next as Value)}
      disabled={props.disabled}
      modal={false}
    >
      <Base.Trigger id={props.id} aria-label={props.label} className={classNames(style.trigger, props.className)} data-testid={props['data-testid']}>
        <Base.Value className={style.value} />
        <ChevronDown size={14} aria-hidden />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align="start" sideOffset={4} alignItemWithTrigger={false} className={popup.positioner}>
          <Base.Popup className={popup.popup}>
            {options.map((option) => (
              <Base.Item key={String(option.value)} value={option.value} disabled={option.isDisabled ?? false} className={popup.item}>
                <span className={popup.mark}>
                  <Base.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </Base.ItemIndicator>
                </span>
                <span>
                  <Base.ItemText>{option.label}</Base.ItemText>
                  {option.note !== undefined && <span className={popup.note}>{option.note}</span>}
                </span>
                {option.detail !== undefined && <span className={popup.detail}>{option.detail}</span>}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
