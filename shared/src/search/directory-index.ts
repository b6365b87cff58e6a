import type { DirectoryIndex } from './directory-result.ts';
import type { ServiceDocument } from './document.ts';
import type { Outcodes } from './geography.ts';
import { liveDirectory } from './live-directory.ts';

export type { DirectoryIndex, DirectoryItem, DirectoryResult } from './directory-result.ts';

/**
 * Builds the directory over documents, one of each `serviceRef`. `outcodes` gives places to documents and queries that name only an outcode.
 * Nothing is decided about who is listed: give it listed services only.
 */
export const buildIndex = (documents: readonly ServiceDocument[], outcodes: Outcodes = new Map()): DirectoryIndex =>
  liveDirectory(documents, outcodes);
