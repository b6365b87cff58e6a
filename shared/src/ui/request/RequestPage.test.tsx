import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { localDate } from '../../domain/days/local-date.ts';
import { pence } from '../../domain/money/money.ts';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { callOff, draftId, fullDraft, meAs, membership, oakfield, ownRequest, price, quote, service } from '../forms/testing/samples.ts';
import { fakeHost } from '../testing/fake-host.ts';
import { RequestPage } from './RequestPage.tsx';

beforeEach(() => {
  window.localStorage.clear();
  window.sessionStorage.clear();
});

type Answers = Parameters<typeof fakeService>[0];

const noDraft = (): never => {
  throw new Refuse('not-found', 'There is no such draft.');
};

const serve = (answers: Answers = {}) =>
  fakeService({
    getMe: () => meAs(membership()),
    getService: () => service,
    getDraft: noDraft,
    saveDraft: ({ body, params }) => ({
      ...body,
      draftId: params.draftId ?? '',
      serviceName: service.name,
      savedAt: '2027-03-01T14:15:00Z',
    }),
    discardDraft: () => ({ discarded: true }),
    quoteCallOff: () => quote,
    submitCallOff: () => callOff(),
    resubmitCallOff: () => callOff(),
    ...answers,
  });

const page = <RequestPage draftId={draftId} serviceRef="S-0001" />;
const summary = () => screen.findByRole('group', { name: 'There is a problem' });

describe('the request form', () => {
  it('E23: says nothing about mistakes before Continue', async () => {
    renderScreen(page, serve().api);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Age of the pupil' }), '99{Tab}');
    expect(screen.queryByRole('group', { name: 'There is a problem' })).toBeNull();
  });

  it('E21: fills in what is known: who pays, and who gets the invoice', async () => {
    const answered = { ...fullDraft.answers, buyerRef: '', payer: '', billTo: '' };
    renderScreen(page, serve({ getDraft: () => ({ ...fullDraft, answers: answered }) }).api);
    await userEvent.click(await screen.findByRole('button', { name: 'Continue' }));
    const payer = await screen.findByRole('radiogroup', { name: 'Who pays?' });
    expect(within(payer).getByRole('radio', { name: 'The school' })).toHaveProperty('checked', true);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Who the invoice goes to' }).value).toBe(
      'Wessex Learning Trust, 12 High Street, Dorchester DT1 1AA',
    );
  });

  it('R30: says at once that the chosen reason is not true, and does not go on with it', async () => {
    const whyNotBasis = 'It is not the lowest price that meets the need: Sturminster Workshops, Day centre costs £700.00.';
    const served = serve({
      getDraft: () => ({ ...fullDraft, answers: { ...fullDraft.answers, step: 'why' } }),
      quoteCallOff: ({ body }) => (body?.award?.basis === 'lowest-price' ? { ...quote, whyNotBasis } : quote),
    });
    renderScreen(page, served.api);
    expect((await screen.findByText(/Sturminster Workshops/)).textContent).toContain(whyNotBasis);
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(within(await summary()).getByRole('link', { name: whyNotBasis })).toBeTruthy();
    expect(served.callsOf('quoteCallOff').at(-1)?.body).toMatchObject({
      award: { basis: 'lowest-price', age: 14, compulsorySchoolAge: true, lookedAfter: false },
    });
  });

  it('R30: asks how the school knows what only the school can say, and for nothing else', async () => {
    const served = serve({
      getDraft: () => ({ ...fullDraft, answers: { ...fullDraft.answers, step: 'why' } }),
      getService: () => ({ ...service, permittedBases: ['lowest-price', 'continuity'] }),
    });
    renderScreen(page, served.api);
    expect(await screen.findByRole('radio', { name: /lowest price/ })).toHaveProperty('checked', true);
    expect(screen.queryByRole('textbox', { name: /How do you know/ })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'The pupil already goes there' }));
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(within(await summary()).getByRole('link', { name: 'Enter how you know' })).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: /How do you know/ }), 'A place there since September.');
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText('A place there since September.')).toBeTruthy();
  });

  it('row 54: a school that holds units draws on them instead: nothing is asked about the provider, and the request names the purchase', async () => {
    const units = {
      ref: 'BP-0001',
      units: 12.5,
      unit: 'day' as const,
      unitPrice: pence(8_500),
      usableFrom: localDate('2027-04-12'),
      usableTo: localDate('2027-07-16'),
    };
    const served = serve({
      getDraft: () => ({ ...fullDraft, answers: { ...fullDraft.answers, step: 'why' } }),
      quoteCallOff: ({ body }) => ({ ...quote, blocks: [units], ...(body?.blockRef === undefined ? {} : { blockRef: body.blockRef }) }),
    });
    renderScreen(page, served.api);
    await userEvent.click(
      await screen.findByRole('radio', {
        name: 'With units of block purchase BP-0001: 12.5 days left at £85.00 per day, without VAT, for days from 12 April 2027 to 16 July 2027',
      }),
    );
    expect(screen.queryByRole('radiogroup', { name: 'Why this provider?' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText(/^Block purchase BP-0001: its units are owed there/)).toBeTruthy();
    expect(await screen.findByText(/Block purchase price/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(/Working out/)).toBeNull());
    await userEvent.click(await screen.findByRole('button', { name: /^Send/ }));
    await waitFor(() => expect(served.callsOf('submitCallOff')).toHaveLength(1));
    const body = served.callsOf('submitCallOff')[0]?.body;
    expect(body).toMatchObject({ request: { blockRef: 'BP-0001' } });
    expect(body).not.toHaveProperty('request.basis');
  });

  it("refuses a pupil's name as the reference, and never sends it to the server", async () => {
    const served = serve();
    renderScreen(page, served.api);
    await userEvent.type(await screen.findByRole('textbox', { name: /own reference/ }), 'Jack Smith');
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(within(await summary()).getByRole('link', { name: /looks like a person's name/ })).toBeTruthy();
    await waitFor(() => expect(served.callsOf('saveDraft')).toHaveLength(1));
    expect(JSON.stringify(served.callsOf('saveDraft')[0]?.body)).not.toContain('Jack');
  });

  it('keeps what was typed when saving fails, says so, and saves again', async () => {
    let down = true;
    const served = serve({
      saveDraft: ({ body, params }) => {
        if (down) throw new Refuse('busy-try-later', 'The service is busy.');
        return { ...body, draftId: params.draftId ?? '', serviceName: service.name, savedAt: '2027-03-01T14:15:00Z' };
      },
    });
    renderScreen(page, served.api);
    const age = await screen.findByRole('textbox', { name: 'Age of the pupil' });
    await userEvent.type(age, '14');
    expect(await screen.findByText('Your answers are not saved yet', {})).toBeTruthy();
    expect((age as HTMLInputElement).value).toBe('14');
    down = false;
    await userEvent.click(screen.getByRole('button', { name: 'Save again' }));
    expect(await screen.findByText('Saved at 2:15pm')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Saved at 2:15pm'));
  });

  it('E22: goes on where the draft stopped, on any device', async () => {
    const draft = { ...fullDraft, answers: { ...fullDraft.answers, step: 'days' } };
    renderScreen(page, serve({ getDraft: () => draft }).api);
    expect(await screen.findByRole('heading', { level: 1, name: /Days and dates/ })).toBeTruthy();
    expect((screen.getByRole('textbox', { name: 'First day' }) as HTMLInputElement).value).toBe('12 4 2027');
    expect(screen.getByText('Monday 12 April 2027')).toBeTruthy();
  });

  it('E39: says before anything is filled in that nobody may approve and why, and offers who stands in', async () => {
    const sentence = 'Nobody else at your school can approve £900.00. You can send it to Chris Chair instead.';
    const served = serve({
      quoteCallOff: ({ body }) =>
        body.useFallbackApprover
          ? { price, steps: [{ kind: 'buyer', approvers: ['Chris Chair'] }], missing: [] }
          : { price, steps: [], missing: [{ kind: 'buyer', sentence, fallbackName: 'Chris Chair' }] },
    });
    renderScreen(page, served.api);
    expect(await screen.findByText('Nobody can approve this request yet')).toBeTruthy();
    expect(screen.getByText(/Nobody else at your school can approve £900.00/)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: /About the pupil/ })).toBeTruthy();
    const choice = screen.getByRole('checkbox', { name: 'Send it to Chris Chair instead' });
    await userEvent.click(choice);
    expect(await screen.findByText('The request goes to Chris Chair')).toBeTruthy();
    expect((screen.getByRole('checkbox', { name: 'Send it to Chris Chair instead' }) as HTMLInputElement).checked).toBe(true);
  });

  it('E21: asks for the school only when there are several; E39: says why one may not buy', async () => {
    const college = { ...oakfield, ref: 'B-0002', name: 'Hill College' };
    const other = { ...oakfield, ref: 'B-0003', name: 'Vale School' };
    const me = meAs(
      membership(),
      membership({ buyer: other }),
      membership({ buyer: college, whyNotBuy: 'Hill College is not of a type that may buy.' }),
    );
    renderScreen(page, serve({ getMe: () => me }).api);
    expect(await screen.findByRole('radio', { name: 'Vale School' })).toBeTruthy();
    expect(screen.queryByRole('radio', { name: 'Hill College' })).toBeNull();
    expect(screen.getByText('Hill College is not of a type that may buy.')).toBeTruthy();
  });

  it('explains why the only school may not buy instead of asking questions', async () => {
    const me = meAs(membership({ whyNotBuy: 'Oakfield School can search, but cannot buy.' }));
    renderScreen(page, serve({ getMe: () => me }).api);
    expect(await screen.findByRole('heading', { level: 1, name: 'Your school cannot buy at present' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
  });

  it("shows the server's refusal of the days at their field", async () => {
    const draft = { ...fullDraft, answers: { ...fullDraft.answers, step: 'days', hoursPerDay: '9' } };
    const served = serve({
      getDraft: () => draft,
      quoteCallOff: () => {
        throw new Refuse('dates-not-allowed', 'Hours a day must be from 0.5 to 8, in quarters of an hour.', '/pattern/hoursPerDay');
      },
    });
    renderScreen(page, served.api);
    await userEvent.click(await screen.findByRole('button', { name: 'Continue' }));
    // The domain names the field inside the pattern; the form finds its own.
    expect(within(await summary()).getByRole('link', { name: /Hours a day must be from 0.5 to 8/ })).toBeTruthy();
  });
});

describe('checking and sending', () => {
  const checked = (answers: Answers = {}) => serve({ getDraft: () => fullDraft, ...answers });
  const send = () => screen.findByRole('button', { name: 'Send request' });
  const draftPlace = { at: 'request', draftId, serviceRef: 'S-0001' } as const;
  const draftingHost = fakeHost({ kind: 'sharepoint', mayDecide: false, elsewhere: { name: 'the signed-in page', has: () => false } });
  const priced = () => screen.findByText('11 weeks x 2 days = 22 days');

  it('E28: parts what the provider is told from what stays, and shows the whole price', async () => {
    renderScreen(page, checked().api);
    await priced();
    const told = screen.getByRole('region', { name: 'What the provider will be told' });
    const kept = screen.getByRole('region', { name: 'What stays with the school and council' });
    expect(within(told).queryByText('P-0147')).toBeNull();
    expect(within(kept).getByText('P-0147')).toBeTruthy();
    for (const amount of ['£95.00 per day, without VAT', '£2,090.00', '£418.00', '£2,508.00'])
      expect(screen.getByText(amount)).toBeTruthy();
    expect(screen.getByText('The school: Alex Head')).toBeTruthy();
    expect(within(kept).getAllByText('Not provided')).toHaveLength(3);
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('E29: each answer has its own Change link, which comes back to the answers', async () => {
    renderScreen(page, checked().api);
    const changes = (await screen.findAllByRole('button', { name: /^Change / })).map(({ textContent }) => textContent);
    expect(new Set(changes).size).toBe(changes.length);
    expect(changes).toHaveLength(18);
    await userEvent.click(screen.getByRole('button', { name: 'Change first day' }));
    expect(await screen.findByRole('heading', { level: 1, name: /Days and dates/ })).toBe(document.activeElement);
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByRole('heading', { level: 1, name: /Check your answers/ })).toBeTruthy();
  });

  it('E30: sends once on a double click, under the id of the draft, and discards the draft', async () => {
    const served = checked();
    const { went } = renderScreen(page, served.api);
    await priced();
    await userEvent.dblClick(await send());
    await waitFor(() => expect(went).toEqual([{ at: 'call-off', ref: 'CO-7K3MQ9', sent: true }]));
    expect(served.callsOf('submitCallOff')).toHaveLength(1);
    expect(served.callsOf('submitCallOff')[0]).toMatchObject({
      key: draftId,
      body: { shownGross: 250_800, request: { pupilRef: 'P-0147', age: 14, startDate: '2027-04-12', pattern: { days: ['mon', 'tue'] } } },
    });
    expect(served.callsOf('discardDraft')).toHaveLength(1);
  });

  it('shows the new total and asks again when the price has changed', async () => {
    let now = quote;
    const served = checked({
      quoteCallOff: () => now,
      submitCallOff: ({ body }) => {
        if (body.shownGross !== 264_000) {
          now = { ...quote, price: { ...price, gross: pence(264_000) } };
          throw new Refuse('price-changed', 'The total is now £2,640.00, not £2,508.00. Check it and send again.', '/shownGross');
        }
        return callOff();
      },
    });
    const { went } = renderScreen(page, served.api);
    await priced();
    await userEvent.click(await send());
    const box = await summary();
    expect(document.activeElement).toBe(box);
    expect(within(box).getByText(/The total is now £2,640.00/)).toBeTruthy();
    expect(await screen.findByText('£2,640.00')).toBeTruthy();
    expect(went).toEqual([]);
    await userEvent.click(await send());
    await waitFor(() => expect(went).toHaveLength(1));
    expect(served.callsOf('submitCallOff').map(({ body }) => (body as { shownGross: number }).shownGross)).toEqual([250_800, 264_000]);
  });

  it("goes to the field's page when the server refuses an answer", async () => {
    const served = checked({
      submitCallOff: () => {
        throw new Refuse('text-names-a-pupil', "This text seems to contain a person's name.", '/objectives');
      },
    });
    renderScreen(page, served.api);
    await priced();
    await userEvent.click(await send());
    expect(await screen.findByRole('heading', { level: 1, name: /Why this provider/ })).toBeTruthy();
    await userEvent.click(within(await summary()).getByRole('link', { name: /person's name/ }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /What the placement is for/ }));
  });

  it('works out the price again when asked to, with the focus where it will stand', async () => {
    let down = true;
    const served = checked({
      quoteCallOff: () => {
        if (down) throw new Refuse('busy-try-later', 'The service is busy.');
        return quote;
      },
    });
    renderScreen(page, served.api);
    const again = await screen.findByRole('button', { name: 'Work out the price again' });
    down = false;
    await userEvent.click(again);
    await priced();
    expect(document.activeElement?.textContent).toBe('£2,508.00 with VAT');
  });

  it('does not send what nobody may approve', async () => {
    const sentence = "Nobody else at your school can approve £2,508.00. Ask your school's contact to add an approver.";
    const served = checked({ quoteCallOff: () => ({ price, steps: [], missing: [{ kind: 'buyer', sentence }] }) });
    renderScreen(page, served.api);
    await priced();
    await userEvent.click(await send());
    expect(within(await summary()).getByText(sentence)).toBeTruthy();
    expect(served.callsOf('submitCallOff')).toHaveLength(0);
  });

  it('offers the way on instead of Send where the host may only draft', async () => {
    const served = checked();
    renderScreen(page, served.api, { host: draftingHost, place: draftPlace });
    const link = await screen.findByRole('link', { name: 'Go on in the signed-in page (opens in a new tab)' });
    expect(link.getAttribute('href')).toBe(`https://teams.example/request/${draftId}?service=S-0001&step=check`);
    expect(screen.queryByRole('button', { name: /Send/ })).toBeNull();
  });

  it('offers no way on while the server does not have the answers', async () => {
    let down = true;
    const served = checked({
      getDraft: () => ({ ...fullDraft, answers: { ...fullDraft.answers, step: 'why' } }),
      saveDraft: ({ body, params }) => {
        if (down) throw new Refuse('busy-try-later', 'The service is busy.');
        return { ...body, draftId: params.draftId ?? '', serviceName: service.name, savedAt: '2027-03-01T14:15:00Z' };
      },
    });
    renderScreen(page, served.api, { host: draftingHost, place: draftPlace });
    await userEvent.click(await screen.findByRole('button', { name: 'Continue' }));
    expect(await screen.findByText('Save your answers first. Then you can go on in the signed-in page.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Go on in/ })).toBeNull();
    down = false;
    await userEvent.click(screen.getByRole('button', { name: 'Save again' }));
    expect(await screen.findByRole('link', { name: /Go on in/ })).toBeTruthy();
  });

  it('changes a returned request and sends it again', async () => {
    const served = serve({ getCallOff: () => callOff({ status: 'returned', may: ['change'], request: ownRequest }) });
    const { went } = renderScreen(<RequestPage draftId={draftId} serviceRef="S-0001" callOffRef="CO-7K3MQ9" />, served.api);
    await priced();
    await userEvent.click(await screen.findByRole('button', { name: 'Send changed request' }));
    await waitFor(() => expect(went).toHaveLength(1));
    expect(served.callsOf('resubmitCallOff')[0]).toMatchObject({
      params: { ref: 'CO-7K3MQ9' },
      key: draftId,
      body: { request: ownRequest },
    });
  });
});
