import { TRAINER_PORT_MESSAGE } from '../../shared/contract/bridge.ts';
import { domPortLink } from '../rpc/dom-port-link.ts';
import { runTrainer } from './run-trainer.ts';

// The hidden window: its preload hands over the one port that leads to the core.
addEventListener('message', (event) => {
  if (event.source === window && event.data === TRAINER_PORT_MESSAGE) runTrainer(domPortLink(event.ports[0]));
});
