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

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

it('an award is proposed to whom the ranking recommends and to nobody else; a service that was left out is told in the words of the refusal', async () => {
  let tried = 0;
  const served = fakeService({
    getMe: () => ({ ...meAs(), commissioner: true }),
    getRanking: () => ranking(),
    proposeAward: () => {
      tried += 1;
      if (tried > 1) return award({ status: 'proposed' });
      throw new Refuse('input-not-understood', 'Nothing is priced under the name Forest school.', '/services/0/serviceName');
    },
  });
  const { went } = renderScreen(<RankingPage roundRef="AP-2026-R1" lotKey="AP-2026-1" />, served.api, { service: served.service });
  await press('Propose an award to Greenway Learning');
  expect(screen.queryByRole('button', { name: 'Propose an award to Harbour Mentoring' })).toBeNull();
  await press('Propose the award');
  expect(await screen.findByRole('link', { name: 'Enter the name of service 1' })).toBeTruthy();
  expect(served.callsOf('proposeAward')).toEqual([]);
  const name = screen.getByRole('textbox', { name: 'Name of the service' });
  await userEvent.type(name, 'Forest school');
  await userEvent.click(screen.getByRole('radio', { name: 'Yes, it has a reference' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Reference of the service' }), 'S-0001');
  await press('Propose the award');
  await userEvent.click(await screen.findByRole('link', { name: 'Nothing is priced under the name Forest school.' }));
  expect(document.activeElement).toBe(name);
  await userEvent.clear(name);
  await userEvent.type(name, 'Forest learning');
  await press('Propose the award');
  expect(await screen.findByText('The award to Greenway Learning is proposed.')).toBeTruthy();
  expect(went).toEqual([commissioningPlace({ at: 'award', ref: 'AW-1' })]);
  expect(served.callsOf('proposeAward').at(-1)?.body).toEqual({
    applicationRef: 'A-1',
    lotKeys: ['AP-2026-1'],
    services: [{ lotKey: 'AP-2026-1', serviceName: 'Forest learning', serviceRef: 'S-0001' }],
  });
});
