import type { ChildProcess } from 'node:child_process';
import type { Link } from '../../../src/shared/transport/link.ts';
import { makeInbox } from '../../../src/shared/transport/inbox.ts';

/** Either end of the channel between a process and the child that it forked. */
export function processLink(end: Pick<ChildProcess, 'send' | 'on' | 'disconnect'> | NodeJS.Process): Link {
  const inbox = makeInbox();
  end.on('message', inbox.deliver);
  return {
    post: (message) => void end.send?.(message as object, undefined, {}, () => undefined),
    onMessage: inbox.onMessage,
    onClose: (closed) => void end.on('disconnect', closed),
    close: () => end.disconnect?.(),
  };
}
