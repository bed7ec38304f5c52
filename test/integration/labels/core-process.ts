// A core in a process of its own, as the shell starts one, over Node's own channel between parent and child.
import { createCore } from '../../../src/main/core/core.ts';
import { processLink } from './process-link.ts';

const [projectPath, dataFolder] = process.argv.slice(2);
const core = createCore({
  host: 'browser',
  version: '0',
  dataFolder,
  projectsFolder: dataFolder,
  projectPath,
  startTrainer: () => {
    throw new Error('this test starts no trainer');
  },
});
core.connect(processLink(process));
