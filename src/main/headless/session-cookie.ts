// Browsers share cookies between the ports of a host, so the port is part of the name: two hosts do not log each other out.
const cookieName = (port: number) => `expanse-${port}`;

export function sessionCookie(port: number, session: string): string {
  return `${cookieName(port)}=${session}; HttpOnly; SameSite=Strict; Path=/`;
}

/** The session in a `Cookie` header. */
export function readSession(port: number, header: string | undefined): string | undefined {
  const prefix = `${cookieName(port)}=`;
  const cookies = (header ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length);
}
