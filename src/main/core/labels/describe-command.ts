import type { LabelCommand } from '../../../shared/contract/labels.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { WindowState } from '../../../shared/domain/window.ts';

const STATE_DESCRIPTIONS: Readonly<Record<WindowState, string>> = {
  pending: 'Reopen window',
  reviewed: 'Complete window',
  skipped: 'Skip window',
};

/** What the history calls the edit. */
export function describeCommand(command: LabelCommand): string {
  switch (command.kind) {
    case 'create-span':
      return 'Mark span';
    case 'update-span':
      return 'Change span';
    case 'delete-span':
      return 'Delete span';
    case 'set-window-state':
      return STATE_DESCRIPTIONS[command.state];
    case 'batch':
      return command.description;
    default:
      return assertNever(command);
  }
}
