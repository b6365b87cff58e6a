import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type JsonWebKey, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { Persistence } from '../room.ts';

/** A key that signs tokens. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

/** A key as a JWKS document publishes it. */
export interface PublishedKey {
  readonly kid: string;
  readonly publicKey: KeyObject;
  /** Channels that the Bot Framework endorses the key for; absent in Entra's documents. */
  readonly endorsements?: readonly string[];
}

/** The keys of one issuer. */
export interface KeyRing {
  current(): SigningKey;
  /** A published key that is not endorsed for Teams (Bot Framework only). */
  unendorsed(): SigningKey | undefined;
  /** A key that nobody published under the id of the current one: what a forger has. */
  rogue(): SigningKey;
  published(): readonly PublishedKey[];
  /** Signs with a new key from now on. The key before stays published, older ones are gone. */
  rotate(): Promise<string>;
}

interface StoredKey {
  readonly jwk: JsonWebKey;
  readonly endorsements?: readonly string[];
}

interface StoredRing {
  readonly keys: readonly StoredKey[];
  readonly unendorsed?: StoredKey;
}

const generate = promisify(generateKeyPair);

const newKey = async (endorsements?: readonly string[]): Promise<StoredKey> => {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  return { jwk: privateKey.export({ format: 'jwk' }), ...(endorsements ? { endorsements } : {}) };
};

/** RFC 7638: the same key has the same id after a restart. */
const thumbprint = ({ e, n }: JsonWebKey): string =>
  createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64url');

const signing = ({ jwk }: StoredKey): SigningKey => ({ kid: thumbprint(jwk), privateKey: createPrivateKey({ key: jwk, format: 'jwk' }) });

const published = ({ jwk, endorsements }: StoredKey): PublishedKey => ({
  kid: thumbprint(jwk),
  publicKey: createPublicKey({ key: { kty: 'RSA', e: jwk.e ?? '', n: jwk.n ?? '' }, format: 'jwk' }),
  ...(endorsements ? { endorsements } : {}),
});

/**
 * Loads or creates the RS256 keys of an issuer. `endorsedFor` is given for the Bot Framework: its keys carry the channels
 * they may sign for, and one more key that lacks Teams is published for the tests of that rule.
 */
export const keyRing = async (persistence: Persistence, name: string, endorsedFor?: readonly string[]): Promise<KeyRing> => {
  const kept = persistence.load(name) as StoredRing | undefined;
  let ring: StoredRing = kept ?? {
    keys: [await newKey(endorsedFor)],
    ...(endorsedFor ? { unendorsed: await newKey(['webchat', 'directline']) } : {}),
  };
  if (!kept) persistence.save(name, ring);
  const rogueKey = signing(await newKey());
  const newest = (): StoredKey => {
    const [key] = ring.keys;
    if (!key) throw new Error(`The key ring ${name} is empty.`);
    return key;
  };
  return {
    current: () => signing(newest()),
    unendorsed: () => (ring.unendorsed ? signing(ring.unendorsed) : undefined),
    rogue: () => ({ kid: thumbprint(newest().jwk), privateKey: rogueKey.privateKey }),
    published: () => [...ring.keys, ...(ring.unendorsed ? [ring.unendorsed] : [])].map(published),
    rotate: async () => {
      ring = { ...ring, keys: [await newKey(endorsedFor), newest()] };
      persistence.save(name, ring);
      return thumbprint(newest().jwk);
    },
  };
};
