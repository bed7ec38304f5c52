import { Archive, List, Star } from 'lucide-react';
import { Group } from '../../../ui/Group.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { Tooltip } from '../../../ui/Tooltip.tsx';
import type { RunFilter } from './run-entries.ts';
import style from './RunList.module.css';

interface RunListHeadProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly filter: RunFilter;
  readonly onFilter: (filter: RunFilter) => void;
}

const FILTERS = [
  { value: 'current', name: 'All but the archived', icon: List },
  { value: 'favourites', name: 'Favourites', icon: Star },
  { value: 'archived', name: 'Archived', icon: Archive },
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
        {FILTERS.map(({ value, name, icon: Icon }) => (
          <Tooltip key={value} text={name}>
            <button type="button" className={style.filter} aria-label={name} aria-pressed={filter === value} onClick={() => onFilter(value)} data-testid={`runs-${value}`}>
              <Icon size={14} aria-hidden />
            </button>
          </Tooltip>
        ))}
      </Group>
    </div>
  );
}
