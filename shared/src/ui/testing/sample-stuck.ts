import type { ReplyOf } from '../../contract/endpoint.ts';
import type { operationsApi } from '../../contract/operations.ts';

/** What is stuck, one of each kind. */
export const stuckOfAll = (): ReplyOf<typeof operationsApi.listStuck>['stuck'] => [
  {
    id: 'CO-7K3M-9QXT-v1-1',
    why: 'poisoned',
    since: '2026-11-24T09:12:00.000Z',
    kind: 'send-approval-mail',
    ref: 'CO-7K3M-9QXT',
    list: 'CallOffs',
    tries: 2,
    mayReplay: true,
    maySetAside: true,
  },
  {
    id: 'IV-0007-v2-0',
    why: 'not-done',
    since: '2026-11-25T08:00:00.000Z',
    kind: 'tell-provider',
    ref: 'IV-0007',
    list: 'Invoices',
    mayReplay: true,
    maySetAside: true,
  },
  {
    id: 'CO-22AB-7Q1Z-v3-0',
    why: 'row-unreadable',
    since: '2026-11-25T10:00:00.000Z',
    ref: 'CO-22AB-7Q1Z',
    list: 'CallOffs',
    mayReplay: false,
    maySetAside: false,
  },
  {
    id: 'message-5f1d2c90aa41',
    why: 'message-unreadable',
    since: '2026-11-26T11:30:00.000Z',
    list: 'effects',
    tries: 1,
    mayReplay: false,
    maySetAside: true,
  },
  {
    id: 'a'.repeat(40),
    why: 'command-given-up',
    since: '2026-11-26T12:00:00.000Z',
    kind: 'submitCallOff',
    mayReplay: false,
    maySetAside: false,
  },
];
