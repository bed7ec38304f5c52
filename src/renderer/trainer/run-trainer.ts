import type { TrainerPageMessage } from '../../shared/contract/trainer-page.ts';
import type { Link } from '../../shared/transport/link.ts';

/**
 * Runs a trainer in a Worker for as long as the link is open. Returns what hands it a message that came before. The page only
 * passes messages on, so that it can end a Worker that hangs.
 */
export function runTrainer(link: Link): (message: unknown) => void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'Expanse trainer' });
  const tell = (message: TrainerPageMessage) => link.post(message);
  const deliver = (message: unknown) => worker.postMessage(message);
  worker.addEventListener('message', ({ data }) => link.post(data));
  worker.addEventListener('error', (event) => {
    tell({ kind: 'ended', reason: event.message ? `it failed: ${event.message}` : 'its program could not be loaded' });
    link.close();
    worker.terminate();
  });
  link.onMessage(deliver);
  link.onClose(() => worker.terminate());
  return deliver;
}
