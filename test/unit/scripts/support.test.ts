import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInstalled } from '../../../scripts/support/dependencies.mjs';
import { hasDisplay } from '../../../scripts/support/desktop.mjs';
import { runsTypeScript } from '../../../scripts/support/pinned-node.mjs';
import { readStartOptions } from '../../../scripts/support/start-options.mjs';

describe('isInstalled', () => {
  const wanted = { '': { version: '0.1.0' }, 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/b': { version: '2.0.0', integrity: 'y', optional: true } };
  const present = { 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/b': { version: '2.0.0', integrity: 'y' } };
  it('holds for what the lockfile names', () => expect(isInstalled(wanted, present)).toBe(true));
  it('takes a package for another platform as rightly absent', () => {
    expect(isInstalled(wanted, { 'node_modules/a': present['node_modules/a'] })).toBe(true);
  });
  it('sees a missing package', () => expect(isInstalled(wanted, { 'node_modules/b': present['node_modules/b'] })).toBe(false));
  it('sees another version', () => {
    expect(isInstalled(wanted, { ...present, 'node_modules/a': { version: '1.0.1', integrity: 'x' } })).toBe(false);
  });
  it('sees other contents of the same version', () => {
    expect(isInstalled(wanted, { ...present, 'node_modules/b': { version: '2.0.0', integrity: 'z' } })).toBe(false);
  });
});

describe('runsTypeScript', () => {
  it.each([['20.20.2', false], ['22.17.9', false], ['22.18.0', true], ['23.5.0', false], ['23.6.0', true], ['24.0.0', true], ['26.1.0', true]])('%s: %s', (version, expected) => {
    expect(runsTypeScript(version)).toBe(expected);
  });
});

describe('hasDisplay', () => {
  it('asks X11 and Wayland on Linux only', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });
});

describe('readStartOptions', () => {
  it('opens Electron without a project by default', () => {
    expect(readStartOptions([], '/folder')).toEqual({ browser: false, port: 0, project: null });
  });
  it('means a project from where the person stands', () => {
    expect(readStartOptions(['my.expanse'], '/folder').project).toBe(join('/folder', 'my.expanse'));
  });
  it('takes a port as a wish for the browser', () => {
    expect(readStartOptions(['--port', '8100'], '/folder')).toMatchObject({ browser: true, port: 8100 });
  });
  it.each([[['a.expanse', 'b.expanse'], /One project/], [['bars.csv'], /\*\.expanse/], [['--port', '99999'], /0 to 65535/], [['--what'], /--what/]])('refuses %j', (args, message) => {
    expect(() => readStartOptions(args, '/folder')).toThrow(message);
  });
});
