import { availableParallelism } from 'node:os';
import type { SystemApi } from '../../../shared/contract/system.ts';
import { listBackends } from '../list-backends.ts';
import type { CoreContext, Service } from '../context.ts';

export function makeSystemService({ options, jobs, settings }: CoreContext): Service<SystemApi> {
  return {
    readSystem: () => ({
      version: options.version,
      host: options.host,
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
      cores: availableParallelism(),
      projectsFolder: options.projectsFolder,
      backends: listBackends(),
    }),
    readSettings: () => settings.read(),
    writeSetting: ({ key, value }) => settings.write(key, value),
    cancelJob: ({ jobId }) => {
      jobs.cancel(jobId);
      return null;
    },
  };
}
