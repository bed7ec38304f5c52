import { resolve } from 'node:path';
import type { Command } from 'commander';
import { checkProject, type ProjectHealth } from '../doctor/check-project.ts';
import { describeMachine, type MachineReport } from '../doctor/describe-machine.ts';
import { installCudaHere } from '../doctor/install-cuda-here.ts';
import { printError, printOutcome } from '../output.ts';

/** Opens no project: it must also serve where one cannot be opened. */
export function register(program: Command): void {
  program
    .command('doctor')
    .description("versions, Electron, browser, back ends found, and a project's integrity")
    .option('--project <file>', 'check this project, too')
    .option('--install-cuda', 'first install the back end for CUDA, where an NVIDIA driver is (several hundred megabytes)')
    .option('--json', 'print one JSON object on the last line')
    .action(async (options: { readonly project?: string; readonly installCuda?: boolean; readonly json?: boolean }) => {
      try {
        if (options.installCuda) await installCudaHere();
        await examine(options.project, options.json);
      } catch (thrown) {
        printError(thrown, options.json);
        process.exitCode = 1;
      }
    });
}

async function examine(file: string | undefined, asJson: boolean | undefined): Promise<void> {
  const machine = await describeMachine();
  const project = file === undefined ? null : checkProject(resolve(file));
  printOutcome({ json: { ...machine, project }, text: [...machineLines(machine), ...projectLines(project)].join('\n') }, asJson);
  if (project?.sound === false) process.exitCode = 1;
}

function machineLines({ versions, platform, cores, electron, browser, backends, training, folders }: MachineReport): readonly string[] {
  return [
    `Expanse ${versions.expanse}, Node ${versions.node}, SQLite ${versions.sqlite}, ${platform}, ${cores} cores`,
    `Electron ${versions.electron}: ${electron ?? 'its binary was not downloaded; the app opens in the browser'}`,
    `browser: ${browser ?? 'no Chrome, Chromium or Edge was found'}`,
    ...backends.map(({ name, usable, reason, secondsPerStep }) => {
      const speed = secondsPerStep === undefined ? '' : `, ${(secondsPerStep * 1000).toFixed(0)} ms for a step of training`;
      return `back end ${name}: ${usable ? 'usable' : 'not usable'}${speed}${reason === '' ? '' : ` (${reason})`}`;
    }),
    training,
    `projects are created in ${folders.projects}; settings are kept in ${folders.data}`,
  ];
}

function projectLines(project: ProjectHealth | null): readonly string[] {
  if (project === null) return [];
  return [`project ${project.path}: ${project.sound ? 'sound' : 'damaged'}`, ...project.findings.map((finding) => `  ${finding}`)];
}
