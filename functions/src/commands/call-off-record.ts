import type { StoredCallOff } from '../ports/call-offs.ts';
import type { RecordKind } from './apply-once.ts';

/** Call-offs keep their effects in their own item. */
export const callOffRecord: RecordKind<StoredCallOff> = {
  subjectOf: ({ itemId, callOff }) => ({ list: 'CallOffs', itemId, ref: callOff.ref }),
  pendingIn: ({ callOff }) => callOff.outbox,
};
