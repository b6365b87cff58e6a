import { screen, waitFor } from '@testing-library/react';
import * as React from 'react';
import { WaitingPage } from '../call-offs/WaitingPage.tsx';
import { fakeService } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { meAs } from '../forms/testing/samples.ts';
import { approver, asker, blockReply, memberOf, sampleBlocks } from '../testing/sample-blocks.ts';

const { gathering, promised } = sampleBlocks;
const show = (...blocks: ReturnType<typeof blockReply>[]) => {
  const served = fakeService({
    getMe: () => meAs(memberOf('BEECH', 'approver')),
    listCallOffs: () => ({ callOffs: [] }),
    listBlocks: () => ({ blocks }),
  });
  renderScreen(<WaitingPage />, served.api, { service: served.service });
  return served;
};

it("row 53: a pledge is in 'Waiting for me' with units, cap, maximum cost and what becomes of unused units, and leads to its own page", async () => {
  show(blockReply(gathering, { school: 'BEECH', roles: approver }), blockReply(gathering, { school: 'ASH', roles: approver }));
  const list = await screen.findByRole('list', { name: 'Block purchases that wait for you' });
  for (const words of [
    '30 hours',
    '£42.00 per hour, without VAT',
    '£1,512.01 with VAT, £1,260.00 without',
    'Units that nobody uses by the last day',
  ])
    expect(list.textContent).toContain(words);
  expect(screen.getByRole('link', { name: /^Decide about / }).getAttribute('href')).toContain(`${gathering.ref}/BEECH`);
});

it("row 54: units that another buyer offers are in 'Waiting for me' too", async () => {
  show(blockReply(promised, { school: 'BEECH', roles: approver }));
  expect((await screen.findByRole('list', { name: 'Block purchases that wait for you' })).textContent).toContain(
    '10 hours; you would then owe',
  );
});

it('where no block purchase waits, nothing is shown of one', async () => {
  const { callsOf } = show(blockReply(gathering, { school: 'BEECH', roles: asker }));
  await waitFor(() => expect(callsOf('listBlocks')).toHaveLength(1));
  expect(screen.queryByRole('list', { name: 'Block purchases that wait for you' })).toBeNull();
});
