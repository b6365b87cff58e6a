import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { meAs } from '../../forms/testing/samples.ts';
import { ranking } from '../../testing/sample-rounds.ts';
import { award } from '../../testing/sample-tenders.ts';
import { RankingPage } from '../evaluation/RankingPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const show = (answers: Partial<Answers> = {}) => {
  const served = fakeService({
    getMe: () => ({ ...meAs(), commissioner: true }),
    getRanking: () => ranking(),
    proposeAward: () => award({ status: 'proposed' }),
    ...answers,
  });
  const shown = renderScreen(<RankingPage roundRef="AP-2026-R1" lotKey="AP-2026-1" />, served.api, { service: served.service });
  return { ...served, went: shown.went };
};
/** Says of the services on the page, in their order, which ones in the list they are. */
const areListed = async (...refs: readonly string[]) => {
  for (const radio of screen.getAllByRole('radio', { name: 'Yes, it has a reference' })) await userEvent.click(radio);
  for (const [at, field] of screen.getAllByRole('textbox', { name: 'Reference of the service' }).entries()) {
    await userEvent.clear(field);
    await userEvent.type(field, refs[at] ?? '');
  }
};

it('an award is proposed with the services that were offered, to whom the ranking recommends and to nobody else; nothing is typed but what they are', async () => {
  const { callsOf, went } = show();
  await press('Propose an award to Greenway Learning');
  expect(screen.queryByRole('button', { name: 'Propose an award to Harbour Mentoring' })).toBeNull();
  expect(screen.getByText('Lot AP-2026-1. Without VAT: £95.00 per day, 1 to 3 pupils; £80.00 per day, 4 to 8 pupils.')).toBeTruthy();
  await press('Propose the award');
  expect(await screen.findByRole('link', { name: 'Choose whether service 1 is in the list of services' })).toBeTruthy();
  expect(callsOf('proposeAward')).toEqual([]);
  await areListed('S-0001');
  await press('Propose the award');
  expect(await screen.findByText('The award to Greenway Learning is proposed.')).toBeTruthy();
  expect(went).toEqual([commissioningPlace({ at: 'award', ref: 'AW-1' })]);
  expect(callsOf('proposeAward').at(-1)?.body).toEqual({
    applicationRef: 'A-1',
    lotKeys: ['AP-2026-1'],
    services: [{ lotKey: 'AP-2026-1', serviceName: 'Forest learning', serviceRef: 'S-0001' }],
  });
});

it('one proposal takes another lot whose ranking recommends the same application, with its services; a refusal stands at what it is about', async () => {
  let refusal: Refuse | undefined = new Refuse('already-made', 'Another award holds lot AP-2026-2 for this provider.', '/lotKeys/1');
  const { callsOf } = show({
    proposeAward: () => {
      if (refusal) throw refusal;
      return award({ status: 'proposed' });
    },
  });
  await press('Propose an award to Greenway Learning');
  const lot = screen.getByRole('checkbox', { name: 'AP-2026-1' });
  await userEvent.click(lot);
  await press('Propose the award');
  expect(await screen.findByRole('link', { name: 'Choose at least one lot' })).toBeTruthy();
  await userEvent.click(lot);
  await userEvent.click(screen.getByRole('checkbox', { name: 'AP-2026-2' }));
  expect(screen.getByRole('group', { name: 'Service 2: Maths tuition' })).toBeTruthy();
  await areListed('S-0001', 'S-0009');
  await press('Propose the award');
  await screen.findByText(/Another award holds lot AP-2026-2/);
  refusal = new Refuse('service-not-known', 'The provider has no service S-0009 in lot AP-2026-2.', '/prices/2/serviceRef');
  await areListed('S-0001', 'S-0010');
  await press('Propose the award');
  await userEvent.click(await screen.findByRole('link', { name: 'The provider has no service S-0009 in lot AP-2026-2.' }));
  expect(document.activeElement).toBe(screen.getAllByRole('textbox', { name: 'Reference of the service' })[1]);
  refusal = undefined;
  await areListed('S-0001', 'S-0011');
  await press('Propose the award');
  expect(await screen.findByText('The award to Greenway Learning is proposed.')).toBeTruthy();
  expect(callsOf('proposeAward').at(-1)?.body).toEqual({
    applicationRef: 'A-1',
    lotKeys: ['AP-2026-1', 'AP-2026-2'],
    services: [
      { lotKey: 'AP-2026-1', serviceName: 'Forest learning', serviceRef: 'S-0001' },
      { lotKey: 'AP-2026-2', serviceName: 'Maths tuition', serviceRef: 'S-0011' },
    ],
  });
});

it('where an award holds the lot already, none is proposed', async () => {
  const [first] = ranking().lines;
  if (!first) throw new Error('No line');
  show({ getRanking: () => ranking({ lines: [{ ...first, mayPropose: [] }] }) });
  expect(await screen.findByRole('button', { name: 'Set the ranking aside' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Propose an award/ })).toBeNull();
});
