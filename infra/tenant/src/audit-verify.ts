import { parseArgs } from 'node:util';
import { readAudit } from '../../../functions/src/adapters/storage/audit-chain.ts';
import { type AuditBreak, type BreakReason, isInChain, verifyAudit } from '../../../functions/src/adapters/storage/verify-audit.ts';
import { storageOf } from './recovery/storage-of.ts';

// `npm run audit:verify`: whether the audit log is as it was written. --local reads where the local run keeps it; otherwise the environment names the
// storage, as it does for the app. --noted HASH: the last hash of an earlier run, which must be in the chain still; without it nobody can tell that the end was
// cut off or written anew. Exit code 0: the chain holds and tells of every version; 1: it does not; 2: it could not be read.

const sentences: Readonly<Record<BreakReason, string>> = {
  unreadable: 'it is not a line of the chain: it was changed by hand, or something was added to it.',
  changed: 'its content is not what was recorded.',
  'does-not-follow':
    'it does not follow from what stands before it: there an event was changed, taken out or put in, or the order was changed.',
  'written-after-the-end': 'it was added after the end of its blob.',
  'recorded-twice': 'the same event stands further up.',
  'not-the-blob-named-before': 'the blob before does not name it as the next: a blob was put in, or the end of the one before was cut off.',
  'blob-missing': 'the blob before names it as the next, and it is not there.',
};

const place = ({ blob, line, event }: AuditBreak): string =>
  [event === undefined ? undefined : `event ${event}`, line === 0 ? blob : `line ${line} of ${blob}`].filter(Boolean).join(', ');

const run = async (): Promise<number> => {
  const { values } = parseArgs({
    options: { local: { type: 'boolean', default: false }, state: { type: 'string', default: '.local' }, noted: { type: 'string' } },
  });
  const blobs = await readAudit(storageOf(values.local ? values.state : undefined).storage);
  const verdict = verifyAudit(blobs);
  if (!verdict.ok) {
    console.error(`The audit log is broken first at ${place(verdict)}: ${sentences[verdict.why]}`);
    return 1;
  }
  if (values.noted !== undefined && !isInChain(blobs, values.noted)) {
    console.error(
      `The hash that was noted is not in the audit log: what stood at its end then was cut off or written anew (${values.noted}).`,
    );
    return 1;
  }
  console.log(`The chain holds: ${verdict.events} events. Last hash ${verdict.lastHash}: note it, to see later that nothing was cut off.`);
  for (const { subject, version } of verdict.gaps)
    console.error(
      `No event tells of version ${version} of ${subject}: it is on its way for a minute or two; after that, somebody must look.`,
    );
  return verdict.gaps.length === 0 ? 0 : 1;
};

run().then(
  (code) => {
    process.exitCode = code;
  },
  (failure: Error) => {
    console.error(`The audit log could not be read: ${failure.message}`);
    process.exitCode = 2;
  },
);
