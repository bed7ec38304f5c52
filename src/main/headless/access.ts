import { randomBytes } from 'node:crypto';

/** Who may talk to the host: whoever redeemed a token that the terminal showed. Nothing of it is kept on disk. */
export interface Access {
  /** A new token, good for one browser. */
  issueToken(): string;
  /** Uses the token up and returns the session it is worth; null: it was never issued, or it was used. */
  redeem(token: string): string | null;
  isSession(session: string | undefined): boolean;
}

export function makeAccess(): Access {
  const tokens = new Set<string>();
  const sessions = new Set<string>();
  return {
    issueToken: () => addSecret(tokens),
    redeem: (token) => (tokens.delete(token) ? addSecret(sessions) : null),
    isSession: (session) => session !== undefined && sessions.has(session),
  };
}

function addSecret(secrets: Set<string>): string {
  const secret = randomBytes(32).toString('base64url');
  secrets.add(secret);
  return secret;
}
