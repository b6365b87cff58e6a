import type { RoomSupplies } from '../room.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import type { DeviceCodes } from './device-codes.ts';
import type { KeyRing } from './signing-keys.ts';

/** What a token endpoint rests on. */
export interface TokenEndpoint {
  readonly supplies: Pick<RoomSupplies, 'organisation' | 'now'>;
  readonly keys: KeyRing;
  readonly codes: DeviceCodes;
  readonly signIns: AuthorizationCodes;
}
