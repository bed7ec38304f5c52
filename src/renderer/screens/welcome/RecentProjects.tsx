import { useQuery } from '@tanstack/react-query';
import { FileChartColumn } from 'lucide-react';
import { useCore } from '../../rpc/core-context.tsx';
import { useProject } from '../../rpc/queries.ts';
import { queryKeys } from '../../rpc/query-keys.ts';
import { goTo } from '../../state/workspace.ts';
import { Badge } from '../../ui/Badge.tsx';
import { formatBarTime } from '../../ui/format/time.ts';
import { openPath } from './use-open-project.ts';
import style from './WelcomeScreen.module.css';

interface RecentProjectsProps {
  readonly isOpening: boolean;
  readonly onOpen: (open: ReturnType<typeof openPath>) => void;
}

const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function RecentProjects({ isOpening, onOpen }: RecentProjectsProps) {
  const core = useCore();
  const { data: project } = useProject();
  const { data: recent = [] } = useQuery({ queryKey: queryKeys.recentProjects, queryFn: () => core.call('listRecentProjects', {}) });
  if (recent.length === 0) return <p className={style.none}>Projects that you open are listed here.</p>;
  return (
    <ul>
      {recent.map((entry) => (
        <li key={entry.path}>
          <button
            type="button"
            className={style.row}
            disabled={!entry.exists || isOpening}
            data-testid="recent-project"
            onClick={() => (entry.path === project?.path ? goTo('label') : onOpen(openPath(entry.path)))}
          >
            <FileChartColumn size={16} aria-hidden />
            <span className={style.name}>{entry.name}</span>
            {entry.path === project?.path && <Badge tone="accent">open</Badge>}
            {!entry.exists && <Badge tone="warning">file not found</Badge>}
            <span className={style.path} title={entry.path}>
              {entry.path}
            </span>
            <span className={style.when}>{formatBarTime(entry.openedAt, localZone, 60_000)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
