import { listCallOffs } from './call-off-summary.ts';
import { searchDirectory } from './directory.ts';
import { getMe } from './me.ts';
import { getShortlist } from './shortlist.ts';

/** What the first screen asks for. Its shapes come with the page; those of every other operation are fetched with the first that is called. */
export const firstApi = { getMe, searchDirectory, getShortlist, listCallOffs } as const;
