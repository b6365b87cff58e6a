import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { meAs } from '../../forms/testing/samples.ts';
import { award, awardSummary, officer } from '../../testing/sample-tenders.ts';
import { AwardPage } from './AwardPage.tsx';
import { AwardsPage } from './AwardsPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const show = (page: React.ReactElement, answers: Answers) => {
  const served = fakeService(answers);
  renderScreen(page, served.api, { service: served.service });
  return served;
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const commissioner = () => ({ ...meAs(), commissioner: true });

it('the board groups awards by stage, with the last day of standstill and what is next for whom', async () => {
  show(<AwardsPage />, {
    getMe: commissioner,
    listAwards: () => ({ awards: [awardSummary(), awardSummary({ ref: 'AW-2', status: 'signed' })] }),
  });
  const standstill = await screen.findByRole('region', { name: 'Standstill' });
  expect(
    within(standstill).getByRole('row', { name: /Greenway Learning .* 8 Mar 2027 The standstill ends with 8 Mar 2027; then/ }),
  ).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Signed by the provider' })).getByText('A commissioner countersigns')).toBeTruthy();
});

it('an agreement is sent to the provider, and a refusal while the standstill lasts is told in its words', async () => {
  const served = show(<AwardPage awardRef="AW-1" />, {
    getMe: commissioner,
    getAward: () => award(),
    sendAgreement: () => {
      throw new Refuse('input-not-understood', 'The standstill lasts until 8 March 2027.', '/sentOn');
    },
  });
  await press('Send the agreement');
  await userEvent.type(screen.getByRole('textbox', { name: 'Link to the agreement' }), 'https://council.example/agreement.pdf');
  await userEvent.type(screen.getByRole('textbox', { name: 'As of which day?' }), '3 3 2027');
  await press('Send the agreement');
  expect(await screen.findByRole('link', { name: 'The standstill lasts until 8 March 2027.' })).toBeTruthy();
  expect(served.callsOf('sendAgreement').map(({ body }) => body)).toEqual([
    { documentUrl: 'https://council.example/agreement.pdf', sentOn: '2027-03-03' },
  ]);
});

it('an award approver decides what they have seen, and can do nothing else with it', async () => {
  const served = show(<AwardPage awardRef="AW-1" />, {
    getMe: () => officer('award-approver'),
    getAward: () => award({ status: 'proposed', standstill: undefined }),
    decideAward: () => award({ status: 'approved' }),
  });
  expect(await screen.findByText('Alex Head decides.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Set the award aside' })).toBeNull();
  await press('Decide the award');
  await userEvent.click(screen.getByRole('radio', { name: 'Approve' }));
  await press('Decide the award');
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Decide the award' }));
  expect(await screen.findByText('The award is approved. Next is the standstill.')).toBeTruthy();
  expect(served.callsOf('decideAward').map(({ body }) => body)).toEqual([{ verdict: 'approve', version: 4 }]);
});
