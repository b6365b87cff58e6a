import { text } from 'node:stream/consumers';
import { once } from '../../once.ts';
import type { Snapshots } from '../../ports/kept.ts';
import { isMissing, type Storage, unlessMissing } from './storage.ts';

/** Snapshots as blobs, one for each name; the last that was written is kept. */
export const snapshotStore = (storage: Storage): Snapshots => {
  const container = storage.container('snapshots');
  const ready = once(() => container.createIfNotExists());
  return {
    load: async (name) => {
      try {
        const { readableStreamBody } = await container.getBlockBlobClient(`${name}.txt`).download();
        return readableStreamBody && (await text(readableStreamBody));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    save: async (name, content) => {
      await ready();
      await container.getBlockBlobClient(`${name}.txt`).upload(content, Buffer.byteLength(content));
    },
    loadBytes: (name) => unlessMissing(() => container.getBlockBlobClient(`${name}.bin`).downloadToBuffer()),
    saveBytes: async (name, content) => {
      await ready();
      const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
      await container.getBlockBlobClient(`${name}.bin`).uploadData(bytes);
    },
  };
};
