import * as z from 'zod/mini';

/** What the page of a capability link read from the fragment of its own address. */
export const linkShape = z.strictObject({ linkId: z.guid(), secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) });
