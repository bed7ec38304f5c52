import { useConnectionState } from '../rpc/use-connection-state.ts';
import { Notice } from '../ui/Notice.tsx';
import style from './ConnectionBanner.module.css';

/** After so many attempts it is more likely that the host was stopped than that it is slow. */
const ATTEMPTS_OF_A_SHORT_BREAK = 4;

export function ConnectionBanner() {
  const { kind, attempts } = useConnectionState();
  if (kind === 'open' || (kind === 'connecting' && attempts < 2)) return null;
  const nextStep =
    attempts < ATTEMPTS_OF_A_SHORT_BREAK
      ? 'Unacknowledged edits are kept and will be stored as soon as it is back.'
      : 'Unacknowledged edits are kept. If Expanse was started anew, open the address that it printed.';
  return (
    <div className={style.banner} data-testid="connection-lost">
      <Notice tone="warning" nextStep={nextStep}>
        {kind === 'lost' ? 'Connection lost, retrying.' : 'The core does not answer yet, retrying.'}
      </Notice>
    </div>
  );
}
