import type { ClientOf } from '../../contract/client.ts';
import type { linkApi } from '../../contract/link-api.ts';

/** The operations of people who act by a link. */
export type ApplyClient = ClientOf<typeof linkApi>;
