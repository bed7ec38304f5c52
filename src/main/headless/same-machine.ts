const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether a `Host` header names this machine. A page elsewhere whose name was made to resolve to 127.0.0.1 sends its own name.
 * The port may differ, because an ssh tunnel may begin at another one.
 */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && LOOPBACK.has(parseHost(host)?.hostname ?? '');
}

/** Whether a request comes from our own page. Only programs other than browsers send no `Origin` where one is due. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return host !== undefined && parseUrl(origin)?.host === parseHost(host)?.host;
}

const parseHost = (host: string) => (/^[\w.:[\]-]+$/.test(host) ? parseUrl(`http://${host}`) : null);
const parseUrl = (text: string) => URL.parse(text);
