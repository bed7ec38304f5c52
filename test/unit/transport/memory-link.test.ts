import { memoryLinkPair } from '../../../src/shared/transport/memory-link.ts';
import { describeLink } from './link-suite.ts';

describeLink('memory link', async () => {
  const [client, server] = memoryLinkPair();
  return { client, server, dispose: () => client.close() };
});
