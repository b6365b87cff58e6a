import { text } from 'node:stream/consumers';
import { once } from '../../once.ts';
import type { ImportFiles } from '../../ports/imports.ts';
import { isConflict, isMissing, type Storage } from './storage.ts';

/** What imports keep, as blobs. */
export const importFiles = (storage: Storage): ImportFiles => {
  const container = storage.container('imports');
  const ready = once(() => container.createIfNotExists());
  const blob = (name: string) => container.getBlockBlobClient(`${name}.json`);
  return {
    load: async (name) => {
      try {
        // Content and version of one answer: another may be written while it is read.
        const { readableStreamBody, etag = '' } = await blob(name).download();
        if (!readableStreamBody) throw new Error('Storage answered a blob without content.');
        return { content: await text(readableStreamBody), eTag: etag };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    save: async (name, content, over) => {
      await ready();
      const conditions = over === 'whatever' ? {} : over === 'nothing' ? { ifNoneMatch: '*' } : { ifMatch: over.eTag };
      try {
        await blob(name).upload(content, Buffer.byteLength(content), { conditions });
        return true;
      } catch (error) {
        if (over !== 'whatever' && isConflict(error)) return false;
        throw error;
      }
    },
    remove: async (name) => {
      await blob(name).deleteIfExists();
    },
    removeOlder: async (prefix, before) => {
      await ready();
      for await (const found of container.listBlobsFlat({ prefix }))
        if (found.properties.lastModified.toISOString() < before) await container.deleteBlob(found.name).catch(ignoreMissing);
    },
  };
};

/** Another process cleaned up at the same time. */
const ignoreMissing = (error: unknown): void => {
  if (!isMissing(error)) throw error;
};
