import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installCuda, type CudaMachine } from '../../../src/main/cli/doctor/install-cuda.ts';
import { findNvidiaDriver } from '../../../src/main/environment/nvidia-driver.mjs';
import { cudaFolder, findTensorflow, hasAddon } from '../../../src/main/environment/tensorflow-packages.mjs';
import { lastJson, runCli } from './run-cli.ts';

let root: string;
let data: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'expanse-cuda-'));
  data = join(root, 'data');
  mkdirSync(data);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What the stand-in for npm installs as the package's own install script. */
const LEAVES_ADDON = "fs.mkdirSync('lib/napi-v8', { recursive: true }); fs.writeFileSync('lib/napi-v8/tfjs_binding.node', '');";

/** A stand-in for npm that writes down how it was called and installs a package with this install script. */
function fakeNpm(installScript: string, npmItself = ''): string {
  const path = join(root, 'fake-npm.js');
  const script = `const fs = require('node:fs'); fs.writeFileSync(${JSON.stringify(join(root, 'script.json'))}, JSON.stringify(process.argv.slice(2))); ${installScript}`;
  writeFileSync(
    path,
    `const fs = require('node:fs');
    const args = process.argv.slice(2);
    fs.writeFileSync(${JSON.stringify(join(root, 'npm.json'))}, JSON.stringify({ args, wanted: JSON.parse(fs.readFileSync('package.json', 'utf8')) }));
    ${npmItself}
    const folder = 'node_modules/@tensorflow/tfjs-node-gpu';
    fs.mkdirSync(folder + '/scripts', { recursive: true });
    fs.writeFileSync(folder + '/package.json', '{}');
    fs.writeFileSync(folder + '/scripts/install.js', ${JSON.stringify(script)});`,
  );
  return path;
}

const machine = (npm: string, changes: Partial<CudaMachine> = {}): CudaMachine => ({
  platform: 'linux',
  arch: 'x64',
  driver: '/a/driver',
  root,
  data,
  env: { ...process.env, npm_execpath: npm },
  ...changes,
});

const said: string[] = [];
beforeEach(() => void (said.length = 0));
const news = { say: (message: string) => void said.push(message), megabytes: () => undefined };
const never = new AbortController().signal;
const install = (changed: CudaMachine, signal = never) => installCuda(changed, news, signal);
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));

describe('the installation of CUDA', () => {
  it('installs our version into a folder of its own, and lets that package alone run its script', async () => {
    const folder = await install(machine(fakeNpm(LEAVES_ADDON)));
    expect(folder).toBe(findTensorflow('tensorflow-gpu', root, data));
    expect(folder.startsWith(cudaFolder(data))).toBe(true);
    expect(hasAddon(folder)).toBe(true);
    expect(read('npm.json').args).toEqual(expect.arrayContaining(['install', '--ignore-scripts']));
    expect(read('npm.json').wanted).toEqual({ private: true, dependencies: { '@tensorflow/tfjs-node-gpu': '4.22.0' } });
    expect(read('script.json')).toEqual(['gpu', 'download']);
    expect(readdirSync(data)).toEqual(['tensorflow-gpu']);
    expect(said[0]).toMatch(/^1 of 2: /);
    expect(said[1]).toMatch(/^2 of 2: /);
  });

  it('leaves alone what is there already', async () => {
    await install(machine(fakeNpm(LEAVES_ADDON)));
    rmSync(join(root, 'npm.json'));
    await install(machine(fakeNpm(LEAVES_ADDON)));
    expect(said.at(-1)).toContain('is there already');
    expect(existsSync(join(root, 'npm.json'))).toBe(false);
  });

  it('takes the place of a half that an older attempt left', async () => {
    mkdirSync(`${cudaFolder(data)}.unfinished`);
    const half = join(cudaFolder(data), 'node_modules', '@tensorflow', 'tfjs-node-gpu');
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'package.json'), '{}');
    expect(hasAddon(await install(machine(fakeNpm(LEAVES_ADDON))))).toBe(true);
    expect(readdirSync(data)).toEqual(['tensorflow-gpu']);
  });

  it.each([
    ['without a driver', { driver: null }, /^No NVIDIA driver was found, so nothing was installed\.$/],
    ['on macOS', { platform: 'darwin', arch: 'arm64' }, /^TensorFlow is not built with CUDA for darwin arm64/],
    ['on other processors', { arch: 'arm64' }, /^TensorFlow is not built with CUDA for linux arm64/],
  ] as const)('is refused %s, and touches nothing', async (_where, changes, message) => {
    await expect(install(machine(fakeNpm(LEAVES_ADDON), changes))).rejects.toMatchObject({
      kind: 'not-found',
      message: expect.stringMatching(message),
      nextStep: expect.stringMatching(/CUDA 11\.2 and cuDNN 8\.1/),
    });
    expect(existsSync(join(root, 'npm.json'))).toBe(false);
    expect(readdirSync(data)).toEqual([]);
  });

  it.each([
    ['npm fails', '', "console.error('npm error code E404'); process.exit(1);", /\(npm error code E404\)/],
    ['the download fails', "throw new Error('getaddrinfo ENOTFOUND somewhere');", '', /\(Error: getaddrinfo ENOTFOUND somewhere\)/],
    ['the script leaves no library', '', '', /\(its install script left no native library\)/],
    ['the script ends without a word', 'process.exit(3);', '', /\(node\S* ended with 3\)/],
  ])('says in one line why where %s, with what it needs, and leaves nothing', async (_what, script, npmItself, reason) => {
    const failure = install(machine(fakeNpm(script, npmItself)));
    await expect(failure).rejects.toMatchObject({ kind: 'trainer', message: expect.stringMatching(reason), nextStep: expect.stringMatching(/CUDA 11\.2 and cuDNN 8\.1/) });
    await expect(failure).rejects.toMatchObject({ message: expect.not.stringContaining('\n') });
    expect(readdirSync(data)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('stops when asked to, with all that it started, and leaves nothing', async () => {
    const pid = join(root, 'pid');
    const hangs = `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']); fs.writeFileSync(${JSON.stringify(pid)}, String(child.pid)); setInterval(() => 0, 1000);`;
    const stopping = new AbortController();
    const [failure] = await Promise.all([
      install(machine(fakeNpm(hangs)), stopping.signal).catch((thrown: unknown) => thrown),
      (async () => {
        while (!existsSync(pid) || readFileSync(pid, 'utf8') === '') await sleep(20);
        stopping.abort();
      })(),
    ]);
    expect(failure).toMatchObject({ kind: 'cancelled' });
    expect(readdirSync(data)).toEqual([]);
    while (isRunning(Number(readFileSync(pid, 'utf8')))) await sleep(20);
  });
});

const driver = findNvidiaDriver();
it.skipIf(driver !== null)(`doctor --install-cuda refuses on a machine without a driver${driver === null ? '' : ` (skipped: ${driver} is here)`}`, async () => {
  const answer = await runCli(['doctor', '--install-cuda', '--json'], { folder: root });
  expect(answer.code).toBe(1);
  expect(lastJson(answer)).toMatchObject({ error: { kind: 'not-found', message: 'No NVIDIA driver was found, so nothing was installed.' } });
  expect(answer.stderr.split('\n')[0]).toBe('No NVIDIA driver was found, so nothing was installed.');
  expect(readdirSync(data)).toEqual([]);
});

/** A process that ended but was not waited for counts as ended. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'));
}
