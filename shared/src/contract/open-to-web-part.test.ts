import type { Endpoint } from './endpoint.ts';
import { tokenEndpoints } from './every-endpoint.ts';

// Every script in a council's tenant shares the web part's permission: what it may call is written out here, so that no route joins by a slip.
const open: readonly string[] = [
  'getMe',
  'findBuyers',
  'searchDirectory',
  'getService',
  'quoteCallOff',
  'listDrafts',
  'getDraft',
  'saveDraft',
  'discardDraft',
  'listCallOffs',
  'getCallOff',
  'listNotices',
  'getNotice',
  'getNoticePicture',
];

describe('what the web part may call', () => {
  const endpoints: readonly Endpoint[] = tokenEndpoints;

  it('is reading, pricing and drafting, and nothing else', () => {
    expect(endpoints.filter(({ openToWebPart }) => openToWebPart).map(({ name }) => name)).toEqual(open);
  });

  it('has no command among it: none of these routes takes a command id', () => {
    expect(endpoints.filter(({ openToWebPart, idempotent }) => openToWebPart && idempotent)).toEqual([]);
  });
});
