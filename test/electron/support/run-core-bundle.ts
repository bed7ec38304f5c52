// Runs the bundled core in plain Node, its `process.parentPort` made of the channel to the test.
import { join } from 'node:path';

Object.assign(process, {
  parentPort: {
    postMessage: (message: unknown) => process.send!(message),
    on: (_event: 'message', listener: (event: object) => void) => process.on('message', (data) => listener({ data, ports: [] })),
  },
});
await import(join(import.meta.dirname, '..', '..', '..', 'out', 'main', 'core.js'));
