import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectApi } from '../../../shared/contract/project.ts';
import type { CoreContext, Service } from '../context.ts';
import { readProjectInfo } from '../project/project-info.ts';
import { listRecent, rememberRecent } from '../project/recent-projects.ts';
import { fillSample } from '../project/sample-project.ts';
import { unusedPath } from '../project/unused-path.ts';

export function makeProjectService(context: CoreContext): Service<ProjectApi> {
  const { project, settings, options } = context;
  const pathOf = (name: string) => join(options.projectsFolder, `${name}.expanse`);
  const create = async (path: string) => {
    mkdirSync(options.projectsFolder, { recursive: true });
    await project.create(path);
  };
  const announce = () => {
    context.emit({ kind: 'project-changed' });
    return readProjectInfo(project.database());
  };
  // What a command line opens is not what a person was working on.
  if (options.host !== 'cli') project.onOpened((db) => rememberRecent(settings, db.name, Date.now()));
  return {
    readProject: () => (project.path() === null ? null : readProjectInfo(project.database())),
    createProject: async ({ name }) => {
      await create(pathOf(name));
      return announce();
    },
    openProject: async ({ path }) => {
      await project.open(path);
      return announce();
    },
    closeProject: async () => {
      await project.close();
      context.emit({ kind: 'project-changed' });
      return null;
    },
    listRecentProjects: () => listRecent(settings),
    createSampleProject: async ({ seed }) => {
      await create(unusedPath('Sample', pathOf));
      fillSample(project.database(), seed, Date.now());
      return announce();
    },
  };
}
