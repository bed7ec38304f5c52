import { protocol } from 'electron';
import { securityHeaders } from '../site/security-headers.ts';
import { readStaticFile } from '../site/static-files.ts';

/** The renderer's own origin: a secure context without a server, and without the powers of `file:`. */
export const APP_ORIGIN = 'app://expanse';

/** To be called before the app is ready. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves the built renderer, and nothing else of the disk. */
export function handleAppProtocol(rendererFolder: string): void {
  protocol.handle('app', async ({ url }) => {
    const { origin, host, pathname } = new URL(url);
    const isOurs = origin === APP_ORIGIN || `app://${host}` === APP_ORIGIN;
    const file = isOurs ? await readStaticFile(rendererFolder, pathname) : null;
    if (file === null) return new Response('There is no such file.', { status: 404, headers: securityHeaders() });
    const headers = { ...securityHeaders(), 'Content-Type': file.type, 'Cache-Control': file.cacheControl };
    return new Response(new Uint8Array(file.bytes), { headers });
  });
}
