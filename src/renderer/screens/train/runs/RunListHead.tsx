import { Group } from '../../../ui/Group.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import type { RunFilter } from './run-entries.ts';
import style from './RunList.module.css';

interface RunListHeadProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly filter: RunFilter;
  readonly onFilter: (filter: RunFilter) => void;
}

const FILTERS = [
  { value: 'current', name: 'Current' },
  { value: 'favourites', name: 'Favourites' },
  { value: 'archived', name: 'Archived' },
] as const;

export function RunListHead({ search, onSearch, filter, onFilter }: RunListHeadProps) {
  return (
    <div className={style.head}>
      <TextInput
        type="search"
        aria-label="Search runs"
        placeholder="Name, tag, note, preset…"
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        data-testid="run-search"
      />
      <Group label="Show" className={style.filters}>
        {FILTERS.map(({ value, name }) => (
          <button key={value} type="button" className={style.filter} aria-pressed={filter === value} onClick={() => onFilter(value)} data-testid={`runs-${value}`}>
            {name}
          </button>
        ))}
      </Group>
    </div>
  );
}
