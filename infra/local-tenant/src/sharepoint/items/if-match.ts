import { GraphFault } from '../graph-fault.ts';
import type { SiteCall } from '../graph-route.ts';
import type { ItemState } from '../state/list-state.ts';
import { etagOf } from '../values/encode-fields.ts';

/**
 * Holds a write to the version that the caller read. No header or `*` passes; a tag that is not in quotes is 400 with
 * `malformedEntityTag`; any other tag than the present one, byte for byte, is 412 `resourceModified`. The service may also find
 * itself in a race of its own, which is 409 and needs no tag.
 */
export function refuseStaleWrite({ request, oddities }: SiteCall, item: ItemState): void {
  if (oddities.strikes('savesConflict'))
    throw new GraphFault(409, 'resourceModified', 'The resource has changed since the caller last read it.');
  const given = request.headers['if-match'];
  if (given === undefined || given === '*') return;
  if (!/^(W\/)?"[^"]*"$/.test(given)) {
    throw new GraphFault(400, 'invalidRequest', 'The entity tag is malformed.', { innerCode: 'malformedEntityTag' });
  }
  if (given === etagOf(item)) return;
  const code = oddities.strikes('says412Otherwise') ? 'notAllowed' : 'resourceModified';
  throw new GraphFault(412, code, "ETag does not match current item's value");
}
