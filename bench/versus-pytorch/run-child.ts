import { execFile } from 'node:child_process';

/** Runs a program to its end; its last line of output is the answer. Throws with what it said on stderr. */
export function runChild(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: 1 << 24 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout.trimEnd().split('\n').at(-1) ?? '');
      else reject(new Error(lastLine(stderr) || error.message, { cause: error }));
    });
  });
}

/** The version of PyTorch that this Python has. Throws, in words, where there is no Python or no PyTorch. */
export async function findPyTorch(python: string): Promise<string> {
  try {
    return await runChild(python, ['-c', 'import torch; print(torch.__version__)']);
  } catch (thrown) {
    const reason = (thrown as Error).message;
    throw new Error(`${python} cannot run PyTorch (${reason}). Install it (python3 -m venv, pip install torch numpy) and name it with --python.`, { cause: thrown });
  }
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
