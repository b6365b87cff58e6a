/** Bytes that searches have read or written since it was last set to nought: postings, bitsets, columns and room to work in, but no rows of results. */
export const meter = { bytes: 0 };
