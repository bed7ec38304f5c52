import { describe, expect, it } from 'vitest';
import { makeAccess } from '../../../src/main/headless/access.ts';
import { readSession, sessionCookie } from '../../../src/main/headless/session-cookie.ts';

describe('makeAccess', () => {
  it('takes a token once', () => {
    const access = makeAccess();
    const token = access.issueToken();
    const session = access.redeem(token);
    expect(access.isSession(session!)).toBe(true);
    expect(access.redeem(token)).toBeNull();
  });
  it('takes neither a guess nor a token as a session', () => {
    const access = makeAccess();
    expect(access.redeem('guess')).toBeNull();
    expect(access.isSession(access.issueToken())).toBe(false);
    expect(access.isSession(undefined)).toBe(false);
  });
  it('keeps several tokens good until each is used', () => {
    const access = makeAccess();
    const [first, second] = [access.issueToken(), access.issueToken()];
    expect(access.redeem(second)).not.toBe(access.redeem(first));
  });
});

describe('the session cookie', () => {
  it('is found among others, by port', () => {
    const header = `theme=dark; ${sessionCookie(8000, 'one').split(';')[0]}; ${sessionCookie(8001, 'two').split(';')[0]}`;
    expect(readSession(8000, header)).toBe('one');
    expect(readSession(8001, header)).toBe('two');
    expect(readSession(8002, header)).toBeUndefined();
    expect(readSession(8000, undefined)).toBeUndefined();
  });
  it('is out of reach of scripts and of other sites', () => {
    expect(sessionCookie(8000, 'one')).toMatch(/HttpOnly; SameSite=Strict/);
  });
});
