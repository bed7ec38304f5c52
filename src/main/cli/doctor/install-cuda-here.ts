import { defaultFolders } from '../../environment/folders.ts';
import { findNvidiaDriver } from '../../environment/nvidia-driver.mjs';
import { rootFolder } from '../../environment/root-folder.ts';
import { makeProgressPrinter } from '../progress.ts';
import { installCuda, type InstallNews } from './install-cuda.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Installs CUDA's back end on this machine, with news on stderr; Ctrl+C stops it and takes away what there was of it. */
export async function installCudaHere(): Promise<void> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  for (const signal of SIGNALS) process.on(signal, stop);
  const printer = makeProgressPrinter(process.stderr);
  const { platform, arch, env } = process;
  const machine = { platform, arch, driver: findNvidiaDriver(), root: rootFolder(import.meta.dirname), data: defaultFolders().data, env };
  try {
    await installCuda(machine, newsOn(printer), stopping.signal);
  } finally {
    printer.end();
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

const newsOn = ({ say, update }: ReturnType<typeof makeProgressPrinter>): InstallNews => ({
  say,
  megabytes: (unpacked) => update(`libtensorflow: ${unpacked} MB unpacked`),
});
