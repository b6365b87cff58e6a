import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { meAs, membership, oakfield, service } from '../forms/testing/samples.ts';
import { fakeHost } from '../testing/fake-host.ts';
import { StartRequestPage } from './StartRequestPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const serve = (answers: Answers = {}) =>
  fakeService({
    getMe: () => meAs(membership()),
    getService: () => service,
    saveDraft: ({ body, params }) => ({
      ...body,
      draftId: params.draftId ?? '',
      serviceName: service.name,
      savedAt: '2027-03-01T14:15:00Z',
    }),
    ...answers,
  });
const elmfield = { ...oakfield, ref: 'B-0002', name: 'Elmfield School' };

const inDialog = () => {
  const results: Readonly<Record<string, string>>[] = [];
  return { results, host: fakeHost({ kind: 'teams', closeDialog: (result) => void results.push(result) }) };
};
const show = (answers: Answers = {}) => {
  const served = serve(answers);
  const { results, host } = inDialog();
  const { went } = renderScreen(<StartRequestPage serviceRef="S-0001" />, served.api, { host });
  return { ...served, results, went };
};
const save = async () => userEvent.click(await screen.findByRole('button', { name: 'Save the draft' }));

describe('the page that starts a request in a dialog', () => {
  it('saves what was chosen as a draft, with what is known of the school, and ends the dialog with it', async () => {
    const { callsOf, results } = show();
    await userEvent.type(await screen.findByRole('textbox', { name: 'First day (optional)' }), '12 4 2027');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Tuesday' }));
    await save();
    await screen.findByText('The draft is saved.');
    const [saved] = callsOf('saveDraft');
    expect(saved?.body).toMatchObject({
      serviceRef: 'S-0001',
      buyerRef: 'B-0001',
      answers: { step: 'school-and-pupil', buyerRef: 'B-0001', payer: 'school', startDate: '12 4 2027', days: ['tue'], pupilRef: '' },
    });
    expect(results).toEqual([{ draftId: saved?.params.draftId, serviceRef: 'S-0001' }]);
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('asks for the school only where there are several that may buy, and says what is missing beside the field', async () => {
    const closed = membership({ buyer: { ...oakfield, ref: 'B-0003', name: 'Shut School' }, whyNotBuy: 'It is closed.' });
    const { callsOf, results } = show({ getMe: () => meAs(membership(), membership({ buyer: elmfield }), closed) });
    await userEvent.type(await screen.findByRole('textbox', { name: 'First day (optional)' }), '31 2 2027');
    await save();
    const summary = await screen.findByRole('group', { name: 'There is a problem' });
    expect(
      within(summary)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Choose which school the request is for', 'Enter the first day as a real date with day, month and year, such as 27 3 2027']);
    expect(screen.queryByRole('radio', { name: 'Shut School' })).toBeNull();
    expect([callsOf('saveDraft'), results]).toEqual([[], []]);
    await userEvent.click(screen.getByRole('radio', { name: 'Elmfield School' }));
    await userEvent.clear(screen.getByRole('textbox', { name: 'First day (optional)' }));
    await save();
    await screen.findByText('The draft is saved.');
    expect(callsOf('saveDraft')[0]?.body).toMatchObject({ buyerRef: 'B-0002', answers: { buyerRef: 'B-0002' } });
  });

  it('stays open with the reason when the draft is refused, and saves the same draft when it is tried again', async () => {
    let tries = 0;
    const { callsOf, results } = show({
      saveDraft: ({ body, params }) => {
        tries += 1;
        if (tries === 1) throw new Refuse('not-a-requester', 'You cannot raise requests for this school.', '/buyerRef');
        return { ...body, draftId: params.draftId ?? '', serviceName: service.name, savedAt: '2027-03-01T14:15:00Z' };
      },
    });
    await save();
    await screen.findByRole('group', { name: 'There is a problem' });
    expect(results).toEqual([]);
    await save();
    await screen.findByText('The draft is saved.');
    expect(new Set(callsOf('saveDraft').map(({ params }) => params.draftId)).size).toBe(1);
  });

  it.each<[string, Answers, RegExp]>([
    ['is not listed now', { getService: () => ({ ...service, listed: false, whyNot: 'The lot is closed.' }) }, /The lot is closed\./],
    [
      'is not theirs to request',
      { getMe: () => meAs() },
      /you need access at your school: its contact gives it\. Open the AP Framework app and choose Access/,
    ],
  ])('says why and asks nothing when the service %s; it leads nowhere else', async (_what, answers, sentence) => {
    show(answers);
    await screen.findByText(sentence);
    expect(screen.queryByRole('button', { name: 'Save the draft' })).toBeNull();
    expect(screen.queryAllByRole('link')).toEqual([]);
  });

  it('goes on to the form where the page was opened outside a dialog', async () => {
    const { api, callsOf } = serve();
    const { went } = renderScreen(<StartRequestPage serviceRef="S-0001" />, api);
    await save();
    await screen.findByText('The draft is saved.');
    expect(went).toEqual([{ at: 'request', draftId: callsOf('saveDraft')[0]?.params.draftId, serviceRef: 'S-0001' }]);
  });

  it('offers to try again when nothing can be read', async () => {
    let down = true;
    show({
      getMe: () => {
        if (down) throw new Refuse('busy-try-later', 'The register is busy.');
        return meAs(membership());
      },
    });
    const again = await screen.findByRole('button', { name: /try again/i });
    down = false;
    await userEvent.click(again);
    await screen.findByRole('button', { name: 'Save the draft' });
  });
});
