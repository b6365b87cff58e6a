import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { meAs } from '../../forms/testing/samples.ts';
import { framework } from '../../testing/sample-rounds.ts';
import { award, councilMembers } from '../../testing/sample-tenders.ts';
import { ImportAwardPage } from './ImportAwardPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const show = async (importAward: NonNullable<Answers['importAward']>) => {
  const served = fakeService({
    getMe: () => ({ ...meAs(), commissioner: true }),
    listFrameworks: () => ({ frameworks: [framework()] }),
    findProviders: () => ({
      providers: [{ ref: 'P-0001', name: 'Greenway Learning', status: 'prospective', email: 'office@greenway.example' }],
      total: 1,
    }),
    listCouncilMembers: () => ({ members: [...councilMembers] }),
    importAward,
  });
  const shown = renderScreen(<ImportAwardPage />, served.api, { service: served.service });
  await press('Find provider');
  await press('Choose Greenway Learning');
  return { ...served, shown };
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const choose = (name: string, value: string) => userEvent.selectOptions(screen.getByRole('combobox', { name }), value);
const mark = (name: string) => userEvent.click(screen.getByRole('checkbox', { name }));
const enter = async (name: string, text: string) => {
  await userEvent.click(screen.getByRole('textbox', { name }));
  await userEvent.paste(text);
};

const fillNotice = async () => {
  await choose('Framework', 'AP-2026');
  await enter('Portal', 'ProContract');
  await enter('Number of the notice', '2027/S 000-012345');
  await enter('Link to the evidence', 'https://portal.example/notice');
  await enter('When was it decided?', '27 2 2027');
  await mark('Priya Nair');
  await mark('AP-2026-1');
  await enter('Quality', '57.4');
  await enter('Price', '10');
};
const fillService = async () => {
  await enter('Name of the service', 'Forest learning');
  await choose('Lot', 'AP-2026-1');
  await enter('Pounds, without VAT', '95.50');
};

const sentAlways = {
  frameworkRef: 'AP-2026',
  providerRef: 'P-0001',
  portal: 'ProContract',
  noticeId: '2027/S 000-012345',
  evidenceUrl: 'https://portal.example/notice',
  decidedOn: '2027-02-27',
  lots: [{ lotKey: 'AP-2026-1', qualityPoints: 5_740, pricePoints: 1_000, total: 6_740 }],
  prices: [{ lotKey: 'AP-2026-1', serviceName: 'Forest learning', unit: 'day', price: 9_550 }],
  scorers: { kind: 'members', people: [{ tenantId: councilMembers[0].tenantId, objectId: councilMembers[0].objectId }] },
};

it('an award of the portal is brought in with a service that is described, its total reckoned; then its own page is shown', async () => {
  const served = await show(() => award({ status: 'proposed' }));
  expect(screen.getByText(/takes effect only when a second person approves it/)).toBeTruthy();
  await fillNotice();
  expect(screen.getByText('Total: 67.40 points')).toBeTruthy();
  await fillService();
  await userEvent.click(screen.getByRole('radio', { name: 'No, I describe it here' }));
  await enter('What should schools know of it?', 'Learning in the woods, in small groups.');
  await choose('Kind', 'programme');
  await choose('Type', 'outdoor');
  await choose('Where it is delivered', 'off-site');
  await mark('Key stage 3 (ages 11 to 14)');
  await mark('Autism (ASC)');
  await enter('Youngest age', '11');
  await enter('Oldest age', '14');
  await enter('Most hours in a week (optional)', '15');
  await choose('VAT, as the provider states it of this service', 'exempt-health-or-welfare');
  await press('Bring in the award');
  expect(await screen.findByRole('link', { name: 'Enter who stated the VAT of service 1' })).toBeTruthy();
  await enter('Who at the provider stated it?', 'Finance manager');
  await enter('On which day?', '2 11 2026');
  await press('Bring in the award');
  expect(await screen.findByText('The award is brought in.')).toBeTruthy();
  expect(served.shown.went).toEqual([commissioningPlace({ at: 'award', ref: 'AW-1' })]);
  expect(served.callsOf('importAward').map(({ body }) => body)).toEqual([
    {
      ...sentAlways,
      services: [
        {
          lotKey: 'AP-2026-1',
          serviceName: 'Forest learning',
          profile: {
            summary: 'Learning in the woods, in small groups.',
            kind: 'programme',
            type: 'outdoor',
            deliveryMode: 'off-site',
            keyStages: ['KS3'],
            needs: ['ASC'],
            ageFrom: 11,
            ageTo: 14,
            hoursPerWeekMax: 15,
            vatTreatment: 'exempt-health-or-welfare',
            vatStatedBy: 'Finance manager',
            vatStatedOn: '2026-11-02',
          },
        },
      ],
    },
  ]);
});

it('what is missing is told before anything is sent, each line at its field', async () => {
  const served = await show(() => award());
  await press('Bring in the award');
  const summary = await screen.findByRole('group', { name: 'There is a problem' });
  expect(
    within(summary)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Choose the framework',
    'Enter the name of the portal',
    'Enter the number of the notice',
    'Enter a link to the evidence that begins with https://',
    'Enter the day on which it was decided, such as 27 3 2027',
    'Choose who scored it, or that nobody in the list did',
    'Choose the lot of service 1',
    'Enter the name of service 1',
    'Choose whether service 1 is in the list of services',
    'Enter price 1 of service 1 in pounds, such as 45 or 45.50',
  ]);
  await userEvent.click(within(summary).getByRole('link', { name: 'Enter the number of the notice' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Number of the notice' }));
  expect(served.callsOf('importAward')).toEqual([]);
});

it('a refusal of the service stands at the field that it names', async () => {
  const served = await show(() => {
    throw new Refuse('input-not-understood', 'The provider has no service S-0009 in lot AP-2026-1.', '/prices/0/serviceRef');
  });
  await fillNotice();
  await fillService();
  await userEvent.click(screen.getByRole('radio', { name: 'Yes, it has a reference' }));
  await enter('Reference of the service', 'S-0009');
  await press('Bring in the award');
  await userEvent.click(await screen.findByRole('link', { name: 'The provider has no service S-0009 in lot AP-2026-1.' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Reference of the service' }));
  expect(served.callsOf('importAward').map(({ body }) => body)).toEqual([
    { ...sentAlways, services: [{ lotKey: 'AP-2026-1', serviceName: 'Forest learning', serviceRef: 'S-0009' }] },
  ]);
});

it('that nobody in the list scored it is a choice that excludes the others; where every approver scored it, that is told', async () => {
  const served = await show(() => award({ status: 'proposed' }));
  await fillNotice();
  await mark('Tom Ash (approves awards)');
  expect(screen.getByText('Nobody is left to approve it')).toBeTruthy();
  const nobody = "Nobody in this list: none of the council's members scored it";
  await mark(nobody);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Priya Nair' }).checked).toBe(false);
  expect(screen.queryByText('Nobody is left to approve it')).toBeNull();
  await mark('Priya Nair');
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: nobody }).checked).toBe(false);
  await mark(nobody);
  await fillService();
  await userEvent.click(screen.getByRole('radio', { name: 'Yes, it has a reference' }));
  await enter('Reference of the service', 'S-0009');
  await press('Bring in the award');
  expect(await screen.findByText('The award is brought in.')).toBeTruthy();
  expect(served.callsOf('importAward')[0]?.body).toMatchObject({ scorers: { kind: 'none-of-ours' } });
});
