import type { FileToken } from '../../../shared/domain/ids.ts';
import type { Connection } from '../../rpc/connection.ts';

/** What is needed of a browser's File. */
export interface UploadSource {
  readonly name: string;
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** Large enough that round trips do not count, small enough that progress moves and nothing is held twice for long. */
const CHUNK_BYTES = 1 << 20;

/** Streams a file to the core, chunk by chunk. Once `signal` is aborted the part that was sent is dropped and it throws the signal's reason. */
export async function uploadFile(
  core: Pick<Connection, 'call'>,
  source: UploadSource,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<FileToken> {
  const { file } = await core.call('beginUpload', { name: source.name, bytes: source.size });
  try {
    for (let offset = 0; offset < source.size; offset += CHUNK_BYTES) {
      signal.throwIfAborted();
      const chunk = await source.slice(offset, Math.min(source.size, offset + CHUNK_BYTES)).arrayBuffer();
      const { received } = await core.call('uploadChunk', { file, offset, bytes: new Uint8Array(chunk) });
      onSent(received);
    }
    return file;
  } catch (thrown) {
    await core.call('dropFile', { file }).catch(() => {});
    throw thrown;
  }
}
