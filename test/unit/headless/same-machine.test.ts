import { describe, expect, it } from 'vitest';
import { isLocalHost, isOwnOrigin } from '../../../src/main/headless/same-machine.ts';

describe('isLocalHost', () => {
  it.each(['127.0.0.1:8000', '127.0.0.1', 'localhost:9', '[::1]:8000', 'LOCALHOST:80'])('knows %s', (host) => expect(isLocalHost(host)).toBe(true));
  it.each([undefined, '', 'evil.example', 'evil.example:8000', '127.0.0.1.evil.example', 'localhost.evil.example', '192.168.1.4:8000', '0.0.0.0:8000', 'localhost@evil.example', 'evil.example/localhost'])(
    'refuses %s',
    (host) => expect(isLocalHost(host)).toBe(false),
  );
});

describe('isOwnOrigin', () => {
  it('takes our own page and programs that are no browser', () => {
    expect(isOwnOrigin('http://127.0.0.1:8000', '127.0.0.1:8000')).toBe(true);
    expect(isOwnOrigin(undefined, '127.0.0.1:8000')).toBe(true);
  });
  it.each(['http://127.0.0.1:8001', 'http://localhost:8000', 'https://evil.example', 'null', 'file://', ''])('refuses %s', (origin) => {
    expect(isOwnOrigin(origin, '127.0.0.1:8000')).toBe(false);
  });
});
