import type { Command } from 'commander';

/** The command that holds commands of its own, such as `import` for `import bars`; made by whoever asks first. */
export function commandGroup(program: Command, name: string, description: string): Command {
  return program.commands.find((command) => command.name() === name) ?? program.command(name).description(description);
}
