import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { localDate } from '../../domain/days/local-date.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { meAs, membership, service } from '../forms/testing/samples.ts';
import { renderLive } from '../testing/render-live.tsx';
import { ServicePage } from './ServicePage.tsx';

const user = userEvent.setup();
const place = { at: 'service' as const, serviceRef: 'S-0001' };
const check = {
  standard: 'staff-checks' as const,
  mandatory: true,
  outcome: 'passed' as const,
  checkedOn: localDate('2027-03-03'),
  checkedBy: 'Quality team, Dorset Council',
  expiresOn: localDate('2028-03-02'),
};

describe('the page of a service', () => {
  it('E16: shows who checked what and when, and what the school must still check', async () => {
    const { api } = fakeService({ getService: () => ({ ...service, checks: [check] }), getMe: () => meAs(membership()) });
    renderLive(<ServicePage />, api, { place });
    const row = (await screen.findByRole('rowheader', { name: /^Staff checks/ })).closest('tr') as HTMLElement;
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['Passed', '3 Mar 2027', 'Quality team, Dorset Council', '2 Mar 2028']);
    const yours = screen.getByRole('region', { name: 'Checks that your school must still make itself' });
    expect(yours.textContent).toMatch(/stays responsible/);
    expect(yours.textContent).toMatch(/written confirmation/);
    expect(screen.getByRole('link', { name: '01305 000000' }).getAttribute('href')).toBe('tel:01305000000');
  });

  it.each([
    ['ex' as const, '£95.00 per day, ex VAT', '£114.00 inc VAT at 20%'],
    ['inc' as const, '£114.00 per day, inc VAT', '£95.00 ex VAT'],
  ])('R39: leads with the price %s VAT where this buyer compares so, the other beside it', async (vat, leads, beside) => {
    const { api } = fakeService({ getService: () => ({ ...service, vat }), getMe: () => meAs(membership()) });
    renderLive(<ServicePage />, api, { place });
    const [first, second] = (await screen.findByRole('complementary', { name: 'At a glance' })).querySelectorAll('p');
    expect([first?.textContent, second?.textContent]).toEqual([leads, beside]);
  });

  it('begins a request with a draft of its own', async () => {
    const { api } = fakeService({ getService: () => service, getMe: () => meAs(membership()) });
    const { places } = renderLive(<ServicePage />, api, { place });
    await user.click(await screen.findByRole('button', { name: 'Request this service' }));
    expect(places.at(-1)).toMatchObject({ at: 'request', serviceRef: 'S-0001', draftId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it('says why the buyer may not buy, and goes nowhere', async () => {
    const { api } = fakeService({
      getService: () => service,
      getMe: () => meAs(membership({ whyNotBuy: 'The type of Oakfield School is not known.' })),
    });
    const { places } = renderLive(<ServicePage />, api, { place });
    await screen.findByText(/The type of Oakfield School is not known/);
    await user.click(screen.getByRole('button', { name: 'Request this service' }));
    expect(places).toHaveLength(1);
  });

  it('says that a service is not there', async () => {
    const refuse = () => {
      throw new Refuse('not-found', 'There is no service S-0001.');
    };
    const { api } = fakeService({ getService: refuse, getMe: () => meAs() });
    renderLive(<ServicePage />, api, { place });
    await screen.findByText('There is no service S-0001.');
    expect(screen.getByRole('link', { name: 'Back to the results' })).toBeTruthy();
  });
});
