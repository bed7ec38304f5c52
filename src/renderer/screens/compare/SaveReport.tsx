import { Menu } from '@base-ui/react/menu';
import { useMutation } from '@tanstack/react-query';
import { ChevronDown, Download } from 'lucide-react';
import type { ComparisonReport } from '../../../shared/contract/comparison.ts';
import { useActions } from '../../actions/actions-context.tsx';
import { useCore } from '../../rpc/core-context.tsx';
import { useWorkspace } from '../../state/workspace.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import popup from '../../ui/Popup.module.css';
import { saveFile } from '../../ui/save-file.ts';
import style from './Compare.module.css';

interface ReportFile {
  readonly file: keyof ComparisonReport;
  readonly type: string;
  readonly title: string;
}

const PAGE: ReportFile = { file: 'report.html', type: 'text/html', title: 'Page (HTML), with all charts' };
const FILES: readonly ReportFile[] = [
  PAGE,
  { file: 'report.md', type: 'text/markdown', title: 'Text (Markdown)' },
  { file: 'figures.csv', type: 'text/csv', title: 'Figures (CSV)' },
  { file: 'comparison.json', type: 'application/json', title: 'Everything (JSON)' },
];

/** Saves what the screen says as files, the same as `expanse compare` writes. */
export function SaveReport() {
  const core = useCore();
  const { compared: contenders, comparedPart: part } = useWorkspace();
  const saving = useMutation({
    mutationFn: async ({ file, type }: ReportFile) => saveFile(file, type, (await core.call('reportComparison', { contenders, part }))[file]),
  });
  useActions({ 'compare.save': () => (saving.isPending ? false : saving.mutate(PAGE)) });
  return (
    <div className={style.save}>
      <ActionButton action="compare.save" disabled={saving.isPending}>
        <Download size={14} aria-hidden /> {saving.isPending ? 'Saving…' : 'Save report'}
      </ActionButton>
      <Menu.Root modal={false}>
        <Menu.Trigger
          render={
            <Button size="icon" aria-label="Save the report as" data-testid="save-as">
              <ChevronDown size={14} aria-hidden />
            </Button>
          }
        />
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="end" className={popup.positioner}>
            <Menu.Popup className={popup.popup}>
              {FILES.map((each) => (
                <Menu.Item key={each.file} className={popup.item} disabled={saving.isPending} onClick={() => saving.mutate(each)} data-testid={`save-${each.file}`}>
                  <span className={popup.mark} /> {each.title}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}
