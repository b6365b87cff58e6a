import { createHash, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../ports/links.ts';

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** 32 random bytes each, 256 bits: nobody guesses one, so that a plain SHA-256 of it may be kept. */
export const secrets: Secrets = {
  make: () => {
    const secret = randomBytes(32).toString('base64url');
    return { id: randomUUID(), secret, hash: hashOf(secret) };
  },
  code: () => String(randomInt(1_000_000)).padStart(6, '0'),
  matches: (secret, hash) => {
    const [given, kept] = [Buffer.from(hashOf(secret), 'hex'), Buffer.from(hash, 'hex')];
    return given.length === kept.length && timingSafeEqual(given, kept);
  },
};
