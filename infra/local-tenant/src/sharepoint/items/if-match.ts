import type { TenantRequest } from '../../exchange.ts';
import { GraphFault } from '../graph-fault.ts';
import type { ItemState } from '../state/list-state.ts';
import { etagOf } from '../values/encode-fields.ts';

/**
 * Holds a write to the version that the caller read. No header or `*` passes; a tag that is not in quotes is 400 with
 * `malformedEntityTag`; any other tag than the present one, byte for byte, is 412 `resourceModified`.
 */
export function refuseStaleWrite(request: TenantRequest, item: ItemState): void {
  const given = request.headers['if-match'];
  if (given === undefined || given === '*') return;
  if (!/^(W\/)?"[^"]*"$/.test(given)) {
    throw new GraphFault(400, 'invalidRequest', 'The entity tag is malformed.', { innerCode: 'malformedEntityTag' });
  }
  if (given !== etagOf(item)) throw new GraphFault(412, 'resourceModified', "ETag does not match current item's value");
}
