import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { type BlockPage, blockPlace } from '../../contract/block-place.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { pence } from '../../domain/money/money.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { meAs, membership, service } from '../forms/testing/samples.ts';
import { approver, asker, blockReply, leader, memberOf, sampleBlocks } from '../testing/sample-blocks.ts';
import { BlockPurchasesPage } from './BlockPurchasesPage.tsx';

const { gathering, priced, promised, draft } = sampleBlocks;
const one: BlockPage = { at: 'one', ref: 'BP-0001' };

const show = (page: BlockPage, answers: Parameters<typeof fakeService>[0]) => {
  const served = fakeService({
    getMe: () => meAs(memberOf('CEDAR', 'requester')),
    listJointSuggestions: () => ({ suggestions: [] }),
    listBlockInterest: () => ({ buyers: [] }),
    ...answers,
  });
  const { went } = renderScreen(<BlockPurchasesPage />, served.api, { service: served.service, place: blockPlace(page) });
  return { ...served, went };
};

describe('row 52: a pledge', () => {
  const joins = () => blockReply(gathering, { school: 'CEDAR', roles: asker });

  it('tells the price as it is typed, says that nobody leaves, asks once more, and is sent as units and pence', async () => {
    const { callsOf } = show(one, { getBlock: joins, commandBlock: joins });
    const form = within(await screen.findByRole('region', { name: 'Pledge' }));
    await userEvent.type(form.getByLabelText(/^How many hours/), '12');
    expect(form.getByRole('status').textContent).toBe('With your 12 hours: 52 hours, at £42.00 per hour, without VAT.');
    await userEvent.type(form.getByLabelText(/^What is the most/), '£43');
    expect(form.getByText('Your maximum cost is £619.21 with VAT. This is what your approver approves.')).toBeTruthy();
    expect(form.getByText(/nobody joins, changes or leaves.*are paid for all the same/)).toBeTruthy();
    await userEvent.click(form.getByRole('button', { name: 'Pledge' }));
    expect(callsOf('commandBlock')).toHaveLength(0);
    await userEvent.click(within(screen.getByRole('alertdialog', { hidden: true })).getByRole('button', { name: 'Pledge', hidden: true }));
    expect(callsOf('commandBlock').map(({ body }) => body)).toEqual([{ kind: 'pledge', buyerRef: 'CEDAR', units: 12, cap: 4_300 }]);
  });

  it('that is refused says so at the field, and keeps what was typed', async () => {
    show(one, {
      getBlock: joins,
      commandBlock: () => {
        throw new Refuse('cap-too-low', 'The lowest price is £40.00 per hour. A maximum below it can never buy.', '/cap');
      },
    });
    const form = within(await screen.findByRole('region', { name: 'Pledge' }));
    await userEvent.type(form.getByLabelText(/^How many hours/), '12');
    await userEvent.type(form.getByLabelText(/^What is the most/), '30');
    await userEvent.click(form.getByRole('button', { name: 'Pledge' }));
    await userEvent.click(within(screen.getByRole('alertdialog', { hidden: true })).getByRole('button', { name: 'Pledge', hidden: true }));
    expect(await screen.findByRole('link', { name: /^The lowest price is £40.00/ })).toBeTruthy();
    expect((form.getByLabelText(/^How many hours/) as HTMLInputElement).value).toBe('12');
  });
});

it('row 53: an approver sees units, cap and maximum cost, and approves that round of the pledge', async () => {
  const waits = blockReply(gathering, { school: 'BEECH', roles: approver });
  const { callsOf } = show(one, { getBlock: () => waits, commandBlock: () => waits });
  const form = within(await screen.findByRole('region', { name: 'Your decision' }));
  for (const words of ['30 hours', '£42.00 per hour, without VAT', '£1,512.01 with VAT, £1,260.00 without'])
    expect(form.getByText(words)).toBeTruthy();
  await userEvent.click(form.getByLabelText('Approve'));
  await userEvent.click(form.getByRole('button', { name: 'Continue' }));
  await userEvent.click(
    within(screen.getByRole('alertdialog', { hidden: true })).getByRole('button', { name: 'Approve up to £1,512.01', hidden: true }),
  );
  expect(callsOf('commandBlock').map(({ body }) => body)).toEqual([{ kind: 'approve-pledge', buyerRef: 'BEECH', round: 1 }]);
});

it('row 52: the price is explained by its two totals, and no page holds the cap of another', async () => {
  show(one, { getBlock: () => blockReply(priced, { school: 'ASH', roles: leader }) });
  expect(await screen.findByText(/^All approved pledges together came to 92 hours, which reach £42.00/)).toBeTruthy();
  expect(screen.getByText(/^Here 82 hours stayed, which reach £42.00/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/£41\.00|Dogwood/);
});

it('rows 53-54: an approver of the taker is told what it would owe, and takes the units', async () => {
  const waits = blockReply(promised, { school: 'BEECH', roles: approver });
  const { callsOf } = show(one, { getBlock: () => waits, commandBlock: () => waits });
  expect(
    await screen.findByText(/^Ash Lane School offers you 10 hours. You would then owe £2,016.00 with VAT, £1,680.00 without, in all/),
  ).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Take these units' }));
  await userEvent.click(
    within(screen.getByRole('alertdialog', { hidden: true })).getByRole('button', { name: 'Take these units', hidden: true }),
  );
  expect(callsOf('commandBlock').map(({ body }) => body)).toEqual([{ kind: 'accept-transfer', transfer: 1 }]);
});

it('row 51: a draft states the plan for a service that has volume prices', async () => {
  const { callsOf } = show(
    { at: 'new', serviceRef: 'S-0001' },
    {
      getMe: () => meAs(membership()),
      getService: () => ({ ...service, volumeBands: [{ fromUnits: 20, unitPrice: pence(9_025) }] }),
      draftBlock: () => blockReply(draft, { school: 'ASH', roles: leader }),
      getBlock: () => blockReply(draft, { school: 'ASH', roles: leader }),
    },
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Save the draft' }));
  expect(screen.getByRole('link', { name: 'Choose what becomes of units that nobody uses' })).toBeTruthy();
  await userEvent.click(screen.getByLabelText('We invite other buyers to join'));
  await userEvent.type(screen.getByLabelText(/^Fewest days/), '30');
  await userEvent.type(screen.getByLabelText('Day on which pledges close'), '1 7 2027');
  await userEvent.type(screen.getByLabelText('First day of use'), '6 9 2027');
  await userEvent.type(screen.getByLabelText('Last day of use'), '17 12 2027');
  await userEvent.click(screen.getByLabelText('They lapse and are not paid for'));
  await userEvent.click(screen.getByRole('button', { name: 'Save the draft' }));
  expect(callsOf('draftBlock').map(({ body }) => body)).toEqual([
    {
      purchase: 'joint',
      leadBuyerRef: 'B-0001',
      serviceRef: 'S-0001',
      plan: { minimumUnits: 30, closesAt: '2027-07-01T16:00:00Z', usableFrom: '2027-09-06', usableTo: '2027-12-17', unused: 'lapse' },
    },
  ]);
});

it('row 68: the lead is shown who said in a survey that they are interested, and nobody else is', async () => {
  const listBlockInterest = () => ({
    buyers: [{ ref: 'BEECH', name: 'Beech School', interest: 'possibly' as const, saidOn: localDate('2027-03-02') }],
  });
  show(one, { getBlock: () => blockReply(draft, { school: 'ASH', roles: leader }), listBlockInterest });
  expect((await within(await screen.findByRole('region', { name: 'Who is interested' })).findByText(/^Beech School/)).textContent).toBe(
    'Beech School: possibly, wants to know more, or it depends on the cost, 2 March 2027',
  );
});

it('row 68: whoever may join is not shown who is interested', async () => {
  show(one, { getBlock: () => blockReply(gathering, { school: 'CEDAR', roles: asker }) });
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('region', { name: 'Who is interested' })).toBeNull();
});
