/** The lists whose records hold shares of limits. */
export type HolderList = 'CallOffs' | 'BlockPurchases';

/** In which list the record lies that a share names, by the letters of its reference. */
export const holderListOf = (subject: string): HolderList => (subject.startsWith('BP-') ? 'BlockPurchases' : 'CallOffs');
