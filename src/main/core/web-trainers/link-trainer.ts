import type { Link } from '../../../shared/transport/link.ts';
import type { TrainerProcess } from '../trainer-process.ts';

/** A trainer at the other end of a link. It is told as gone at once when it is killed: a page that hangs answers nothing. */
export function linkTrainer(link: Link, whenClosed: string): TrainerProcess {
  let exited: (reason: string) => void = () => undefined;
  let isGone = false;
  const leave = (reason: string): void => {
    if (isGone) return;
    isGone = true;
    exited(reason);
  };
  link.onClose(() => leave(whenClosed));
  return {
    post: link.post,
    onMessage: link.onMessage,
    onExit: (listener) => (exited = listener),
    kill: () => {
      leave('it was ended');
      link.close();
    },
  };
}
