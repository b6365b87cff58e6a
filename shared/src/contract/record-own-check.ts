import * as z from 'zod/mini';
import { ownCheckKeys } from '../domain/quality/own-check.ts';
import { endpoint } from './endpoint.ts';
import { ownCheckRoles, ownCheckShape } from './own-checks.ts';
import { localDateShape, paragraphShape, refShape } from './values.ts';

export const recordOwnCheck = endpoint({
  name: 'recordOwnCheck',
  summary: "Records a school's own check of a provider: the last one recorded stands",
  method: 'POST',
  path: '/own-checks/{providerRef}/{buyerRef}',
  roles: ownCheckRoles,
  idempotent: true,
  params: z.object({ providerRef: refShape, buyerRef: refShape }),
  body: z.strictObject({
    checkedOn: localDateShape,
    headings: z.array(z.enum(ownCheckKeys)).check(z.maxLength(ownCheckKeys.length)),
    note: z.optional(paragraphShape),
    reviewOn: localDateShape,
  }),
  reply: ownCheckShape,
});
