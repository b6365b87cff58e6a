/** Crockford's alphabet: no letter that is read as a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The reference of a call-off, such as CO-7K3M-9QXT: made from the hash of its idempotency key, so that a repeated create makes the same one.
 * `attempt` gives another where two keys happen to share 40 bits.
 */
export const refOfKey = (keyHash: string, attempt: number): string => {
  const start = attempt * 2;
  const bits = BigInt(`0x${keyHash.slice(start, start + 10)}`);
  const letters = Array.from({ length: 8 }, (_, place) => alphabet[Number((bits >> BigInt(35 - place * 5)) & 31n)]).join('');
  return `CO-${letters.slice(0, 4)}-${letters.slice(4)}`;
};
