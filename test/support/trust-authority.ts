import { readFileSync } from 'node:fs';
import tls from 'node:tls';

/** The part of Node's own secure context that its types leave out. */
interface NativeContext {
  readonly addCACert: (pem: string) => void;
}

/**
 * Trusts one more authority in this process, for `fetch` too, as NODE_EXTRA_CA_CERTS does for a process that starts with it: a test learns only later where its tenant
 * keeps its authority. From Node 22.19 `tls.setDefaultCACertificates` does the same. Returns what takes the trust away again.
 */
export const trustAuthority = (caPath: string): (() => void) => {
  const pem = readFileSync(caPath, 'utf8');
  const before = tls.createSecureContext;
  tls.createSecureContext = (options) => {
    const made = before(options);
    (made.context as NativeContext).addCACert(pem);
    return made;
  };
  return () => {
    tls.createSecureContext = before;
  };
};
