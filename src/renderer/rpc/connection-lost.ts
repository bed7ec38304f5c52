import { ExpanseError } from '../../shared/contract/errors.ts';

/** The link closed before the answer came: the request may or may not have been carried out. */
export class ConnectionLost extends ExpanseError {
  constructor() {
    super('internal', 'The connection to the core was lost before it answered.', 'It is being restored; nothing that was acknowledged is lost.');
    this.name = 'ConnectionLost';
  }
}
