import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { Place } from '../../contract/place.ts';
import { fakeService } from '../forms/testing/fake-service.ts';
import { callOff, draftId, fullDraft, meAs, membership, quote, service } from '../forms/testing/samples.ts';
import { type Surroundings, useSurroundings } from '../HostAdapter.tsx';
import { renderLive } from '../testing/render-live.tsx';
import { RequestPage } from './RequestPage.tsx';

beforeEach(() => {
  window.localStorage.clear();
  window.sessionStorage.clear();
});

let here: Surroundings | undefined;

const AtPlace = (): React.ReactElement | null => {
  here = useSurroundings();
  return here.place.at === 'request' ? <RequestPage {...here.place} /> : null;
};

/** The form at the place that the address names, and the way to another entry of the history: what Back and Forward do. */
const show = (step: string) => {
  const served = fakeService({
    getMe: () => meAs(membership()),
    getService: () => service,
    getDraft: () => ({ ...fullDraft, answers: { ...fullDraft.answers, step } }),
    saveDraft: ({ body, params }) => ({ ...body, draftId: params.draftId ?? '', serviceName: service.name, savedAt: fullDraft.savedAt }),
    discardDraft: () => ({ discarded: true }),
    quoteCallOff: () => quote,
    submitCallOff: () => callOff(),
    listCallOffs: () => ({ callOffs: [] }),
  });
  const { places } = renderLive(<AtPlace />, served.api, { place: { at: 'request', draftId, serviceRef: 'S-0001' } });
  return { ...served, places, goTo: (place: Place | undefined) => act(() => place && here?.go(place)) };
};
const title = (name: RegExp) => screen.findByRole('heading', { level: 1, name });
const goOn = () => userEvent.click(screen.getByRole('button', { name: 'Continue' }));

describe('E20: one thing per page, and Back never loses answers', () => {
  it('goes page by page with Back and Forward of the browser or the host, and takes the focus to the page', async () => {
    const { places, goTo } = show('payer');
    await title(/Who arranges and who pays/);
    const invoice = screen.getByRole('textbox', { name: 'Who the invoice goes to' });
    await userEvent.clear(invoice);
    await userEvent.type(invoice, 'Finance office');
    await goOn();
    await title(/Days and dates/);
    expect(places.at(-1)).toEqual({ at: 'request', draftId, serviceRef: 'S-0001', step: 'days' });
    await goOn();
    await title(/Why this provider/);
    goTo(places[1]);
    expect(document.activeElement).toBe(await title(/Days and dates/));
    goTo(places[0]);
    await title(/Who arranges and who pays/);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Who the invoice goes to' }).value).toBe('Finance office');
    goTo(places[1]);
    await title(/Days and dates/);
  });

  it('goes back by its own link, to the page before', async () => {
    const { places } = show('days');
    await title(/Days and dates/);
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    await title(/Who arranges and who pays/);
    expect(places.at(-1)).toMatchObject({ step: 'payer' });
  });

  it('opens at the page that its address names', async () => {
    const { goTo } = show('days');
    await title(/Days and dates/);
    goTo({ at: 'my-requests' });
    goTo({ at: 'request', draftId, serviceRef: 'S-0001', step: 'why' });
    await title(/Why this provider/);
    goTo({ at: 'request', draftId, serviceRef: 'S-0001', step: 'nonsense' });
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toBeTruthy());
  });
});

it('E31: Back after sending finds that the request was sent, and sends nothing again', async () => {
  const { places, goTo, callsOf } = show('why');
  await title(/Why this provider/);
  await goOn();
  await screen.findByText('11 weeks x 2 days = 22 days');
  await userEvent.click(await screen.findByRole('button', { name: 'Send request' }));
  await waitFor(() => expect(places.at(-1)).toEqual({ at: 'call-off', ref: 'CO-7K3MQ9', sent: true }));
  goTo(places[0]);
  await title(/This request has been sent/);
  expect(screen.getByRole('link', { name: 'See request CO-7K3MQ9' })).toBeTruthy();
  expect(callsOf('submitCallOff')).toHaveLength(1);
});
