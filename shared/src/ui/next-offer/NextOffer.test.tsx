import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { NextProvidersReply } from '../../contract/next-offers.ts';
import { pence } from '../../domain/money/money.ts';
import { CallOffPage } from '../call-offs/CallOffPage.tsx';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { callOff } from '../forms/testing/samples.ts';

type Answers = Parameters<typeof fakeService>[0];

const lowest: NextProvidersReply['next'][number] = {
  serviceRef: 'S-00002',
  serviceName: 'Day centre',
  providerName: 'Harbour Learning',
  unit: 'day',
  unitPrice: pence(9_000),
  net: pence(198_000),
  vat: pence(39_600),
  gross: pence(237_600),
  bases: [
    { basis: 'lowest-price', approved: true },
    { basis: 'pupil-choice', approved: false },
  ],
};
const found: NextProvidersReply = {
  asked: [
    {
      number: 'AP-000123',
      providerName: 'Greenway Learning',
      serviceName: 'Woodland days',
      net: pence(209_000),
      gross: pence(250_800),
      why: 'It is the lowest price that meets the need',
      answer: 'declined',
      declined: 'No places this term.',
    },
  ],
  next: [
    lowest,
    {
      ...lowest,
      serviceRef: 'S-00003',
      providerName: 'Stour Skills',
      gross: pence(260_000),
      bases: [{ basis: 'pupil-choice', approved: false }],
    },
  ],
  may: true,
};

const show = (told: NextProvidersReply = found, answers: Answers = {}) => {
  const served = fakeService({
    getCallOff: () => callOff({ status: 'ordered', orderNumber: 'AP-000123', orderState: 'declined', waitingFor: [] }),
    listNextProviders: () => told,
    ...answers,
  });
  renderScreen(<CallOffPage callOffRef="CO-7K3MQ9" />, served.api, { service: served.service });
  return served;
};
const part = async () => within(await screen.findByRole('region', { name: 'The next provider' }));
const choose = async (name: RegExp | string) => userEvent.click(await screen.findByRole('radio', { name }));

describe('row 41: offering a request to the next provider', () => {
  it('shows who was asked, the answer, and who can be asked with what it costs', async () => {
    show();
    const shown = await part();
    expect(await shown.findByText('Greenway Learning, Woodland days: £2,508.00 with VAT, £2,090.00 without, order AP-000123')).toBeTruthy();
    expect(shown.getByText('It declined: No places this term.')).toBeTruthy();
    expect(shown.getByRole('radio', { name: /Harbour Learning, Day centre: £2,376.00 with VAT, £1,980.00 without/ })).toBeTruthy();
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('offers only the reasons that hold for the one that was chosen, and says what follows before it is done', async () => {
    const served = show(found, {
      offerToNext: () => ({ ref: 'CO-7K3MQ9', version: 9, status: 'ordered', providerName: 'Harbour Learning' }),
    });
    await part();
    await choose(/Stour Skills/);
    expect(screen.queryByRole('radio', { name: /lowest price that meets/ })).toBeNull();
    await choose(/Harbour Learning/);
    await choose(/lowest price that meets/);
    await userEvent.type(screen.getByRole('textbox', { name: /Why is it offered/ }), 'The next lowest.');
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getByText(/asked at once, by e-mail/)).toBeTruthy();
    expect(served.callsOf('offerToNext')).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Offer it' }));
    expect(served.callsOf('offerToNext')[0]?.body).toEqual({
      serviceRef: 'S-00002',
      basis: 'lowest-price',
      reason: 'The next lowest.',
      shownGross: 237_600,
    });
  });

  it('says when approvers are asked again, and shows what the server refuses beside its field', async () => {
    show(found, {
      offerToNext: () => {
        throw new Refuse('text-names-a-pupil', 'Leave out names.', '/reason');
      },
    });
    await part();
    await choose(/Harbour Learning/);
    await choose(/pupil's and family's choice/);
    await userEvent.type(screen.getByRole('textbox', { name: /Why is it offered/ }), 'They like it.');
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getByText(/goes to its approvers again/)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Offer it' }));
    expect((await screen.findAllByText(/Leave out names/)).length).toBeGreaterThan(0);
  });

  it('asks for every answer that is missing', async () => {
    show();
    await part();
    await userEvent.click(await screen.findByRole('button', { name: 'Continue' }));
    for (const fault of ['Choose a provider', 'Enter why you offer it to this provider'])
      expect((await screen.findAllByText(fault)).length).toBeGreaterThan(0);
  });

  it('offers nothing to whoever may not, and says when nobody is left', async () => {
    show({ ...found, next: [], may: false });
    const shown = await part();
    expect(await shown.findByText(/No other provider of the lot/)).toBeTruthy();
    expect(shown.queryAllByRole('button')).toEqual([]);
  });
});
