import type { TrainerPageMessage } from '../../shared/contract/trainer-page.ts';
import type { Link } from '../../shared/transport/link.ts';
import type { Connection } from '../rpc/connection.ts';

interface Offering {
  readonly connection: Pick<Connection, 'state' | 'onState'>;
  /** Opens a link for one trainer. */
  readonly openLink: () => Promise<Link>;
  readonly findObstacle: () => Promise<string | null>;
  /** Starts a trainer on the link and returns the way to hand it a message. */
  readonly runTrainer: (link: Link) => (message: unknown) => void;
}

/** Milliseconds before an offer that the core closed is made anew. */
const AGAIN_AFTER = 2000;

/** Offers this page to the core for training: one link stands by; once it is used, another does. */
export function offerTrainers({ connection, openLink, findObstacle, runTrainer }: Offering): void {
  const page = crypto.randomUUID();
  let stands = false;

  const offer = async () => {
    if (stands || connection.state().kind !== 'open') return;
    stands = true;
    try {
      const obstacle = await findObstacle();
      standBy(await openLink(), obstacle);
    } catch {
      withdraw();
    }
  };
  const standBy = (link: Link, obstacle: string | null) => {
    let isUsed = false;
    link.onMessage((first) => {
      isUsed = true;
      runTrainer(link)(first);
      stands = false;
      void offer();
    });
    link.onClose(() => !isUsed && withdraw());
    link.post({ kind: 'offer', page, obstacle } satisfies TrainerPageMessage);
  };
  const withdraw = () => {
    stands = false;
    setTimeout(() => void offer(), AGAIN_AFTER);
  };

  connection.onState(() => void offer());
  void offer();
}
