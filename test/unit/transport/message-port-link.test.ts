import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { messagePortLink } from '../../../src/shared/transport/message-port-link.ts';
import { describeLink } from './link-suite.ts';

// Node's ports stand in for the browser's and Electron's: the same structured clone, the same close at both ends.
const link = (port: MessagePort) =>
  messagePortLink({
    postMessage: (message) => port.postMessage(message),
    onMessage: (receive) => port.on('message', receive),
    onClose: (closed) => port.on('close', closed),
    start: () => port.start(),
    close: () => port.close(),
  });

describeLink('message port link', async () => {
  const { port1, port2 } = new MessageChannel();
  return { client: link(port1), server: link(port2), dispose: () => port1.close() };
});
