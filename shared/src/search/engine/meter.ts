/** Bytes of the index that searches have read since it was last set to nought: words' lists, bitsets, columns, places; not the room they work in, and no rows. */
export const meter = { bytes: 0 };
