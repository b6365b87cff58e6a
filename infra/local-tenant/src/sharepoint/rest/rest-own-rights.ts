import { type AccessLevel, accessOf, LEVEL } from '../access.ts';
import type { ListStore } from '../state/list-store.ts';
import { type RestHandler, restEntity } from './rest-call.ts';

/** SharePoint's permission masks of the roles Read, Contribute, Design and Full Control: two halves, each as a text. */
const MASKS: Readonly<Record<AccessLevel, { readonly High: string; readonly Low: string }>> = {
  [LEVEL.none]: { High: '0', Low: '0' },
  [LEVEL.read]: { High: '176', Low: '138612833' },
  [LEVEL.write]: { High: '432', Low: '1011028719' },
  [LEVEL.manage]: { High: '432', Low: '1012866047' },
  [LEVEL.full]: { High: '2147483647', Low: '4294967295' },
};

/** `effectivebasepermissions`: what the caller may do on the list, by which SharePoint's own pages offer editing or do not. */
export const handleOwnRights =
  (list: ListStore): RestHandler =>
  (call) => {
    const [first, ...others] = call.steps;
    if (first?.name !== 'effectivebasepermissions' || others.length > 0 || call.verb !== 'GET') return undefined;
    return restEntity(call, MASKS[accessOf(call.caller, call.site, list)] ?? { High: '0', Low: '0' });
  };
