import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { MyRequestsPage } from '../call-offs/MyRequestsPage.tsx';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { draftId, fullDraft, meAs, membership, oakfield, quote, senco, service } from '../forms/testing/samples.ts';
import { SignInNeeded } from '../host-faults.tsx';
import { fakeHost } from '../testing/fake-host.ts';
import { RequestPage } from './RequestPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const savedAt = '2027-03-01T14:15:00Z';
const noDraft = (): never => {
  throw new Refuse('not-found', 'There is no such draft.');
};
const busy = (): never => {
  throw new Refuse('busy-try-later', 'The service is busy.');
};
const saves: Answers['saveDraft'] = ({ body, params }) => ({
  ...body,
  draftId: params.draftId ?? '',
  serviceName: service.name,
  savedAt,
});

/** Opens the form as after a reload: nothing is left of the page before but what was kept. */
const open = (answers: Answers = {}, getToken?: () => Promise<string>) => {
  const served = fakeService(
    {
      getMe: () => meAs(membership()),
      getService: () => service,
      getDraft: noDraft,
      saveDraft: saves,
      quoteCallOff: () => quote,
      ...answers,
    },
    getToken,
  );
  return { ...served, ...renderScreen(<RequestPage draftId={draftId} serviceRef="S-0001" />, served.api) };
};
const ageField = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Age of the pupil' });
const kept = () => Object.values({ ...window.localStorage }).join('\n');

/** Types an age while nothing can be saved, and leaves. */
const typesAndLeaves = async (text = '14'): Promise<void> => {
  const { unmount } = open({ saveDraft: busy });
  await userEvent.type(await ageField(), text);
  await screen.findByText('Your answers are not saved yet');
  expect(screen.getByText(/This device keeps what you entered until it is saved/)).toBeTruthy();
  unmount();
};

beforeEach(() => {
  window.localStorage.clear();
  window.sessionStorage.clear();
});

describe('E22: a draft is never lost', () => {
  it('is there again after a reload, says so in a sentence, and is then saved', async () => {
    await typesAndLeaves();
    const served = open();
    expect((await ageField()).value).toBe('14');
    expect(screen.getByText(/^We kept what you typed at \d{1,2}(:\d\d)?(am|pm)$|^We kept what you typed at mid/)).toBeTruthy();
    await screen.findByText('Saved at 2:15pm');
    expect(served.callsOf('saveDraft')[0]?.body).toMatchObject({ answers: { age: '14' } });
    expect(kept()).toBe('');
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('can be discarded, and that can be taken back; the focus stays on the button', async () => {
    await typesAndLeaves();
    open();
    const button = await screen.findByRole('button', { name: 'Discard it' });
    await userEvent.click(button);
    expect((await ageField()).value).toBe('');
    expect(document.activeElement).toBe(button);
    expect(button.textContent).toBe('Undo');
    await userEvent.click(button);
    expect((await ageField()).value).toBe('14');
  });

  it('survives a sign-in: the page offers it, and saves when it is done', async () => {
    let signedIn = true;
    const signIn = async (): Promise<void> => {
      signedIn = true;
    };
    const served = fakeService(
      { getMe: () => meAs(membership()), getService: () => service, getDraft: noDraft, saveDraft: saves, quoteCallOff: () => quote },
      async () => {
        if (!signedIn) throw new SignInNeeded('person');
        return 'token';
      },
    );
    renderScreen(<RequestPage draftId={draftId} serviceRef="S-0001" />, served.api, { host: fakeHost({ signIn }) });
    const field = await ageField();
    signedIn = false;
    await userEvent.type(field, '14');
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('Saved at 2:15pm')).toBeTruthy();
    expect(field.value).toBe('14');
    expect(kept()).toBe('');
  });

  it('is saved by itself when the network comes back', async () => {
    let down = true;
    open({ saveDraft: (call) => (down ? busy() : (saves?.(call) as never)) });
    await userEvent.type(await ageField(), '14');
    await screen.findByText('Your answers are not saved yet');
    down = false;
    window.dispatchEvent(new Event('online'));
    expect(await screen.findByText('Saved at 2:15pm')).toBeTruthy();
  });

  it('is shown to nobody else on the same device', async () => {
    await typesAndLeaves();
    open({ getMe: () => ({ ...meAs(membership()), person: { ...senco, objectId: '99999999-2222-4222-8222-222222222222' } }) });
    expect((await ageField()).value).toBe('');
    expect(screen.queryByText(/We kept/)).toBeNull();
  });

  it('leaves this device after three days', async () => {
    await typesAndLeaves();
    const [key = ''] = Object.keys({ ...window.localStorage });
    const copy = JSON.parse(window.localStorage.getItem(key) ?? '') as Record<string, unknown>;
    window.localStorage.setItem(key, JSON.stringify({ ...copy, keptAt: new Date(Date.now() - 72 * 3_600_000).toISOString() }));
    open();
    expect((await ageField()).value).toBe('');
    expect(kept()).toBe('');
  });

  it('gives way to what was saved later on another device, and to what is the same', async () => {
    await typesAndLeaves();
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const first = open({
      getDraft: () => ({ ...fullDraft, savedAt: later, answers: { ...fullDraft.answers, step: 'school-and-pupil', age: '15' } }),
    });
    expect((await ageField()).value).toBe('15');
    expect(screen.queryByText(/We kept/)).toBeNull();
    first.unmount();
    await typesAndLeaves();
    const { answers } = JSON.parse(kept()) as { answers: typeof fullDraft.answers };
    open({ getDraft: () => ({ ...fullDraft, answers }) });
    expect((await ageField()).value).toBe('14');
    expect(screen.queryByText(/We kept/)).toBeNull();
  });

  it('keeps no name of a pupil on the device, in no field (R40)', async () => {
    const draft = { ...fullDraft, answers: { ...fullDraft.answers, step: 'why' } };
    const { unmount } = open({ getDraft: () => draft, saveDraft: busy });
    await userEvent.type(await screen.findByRole('textbox', { name: /What the placement is for/ }), 'Jack Smith needs a mentor');
    await screen.findByText('Your answers are not saved yet');
    expect(kept()).toContain('"basis":"lowest-price"');
    expect(kept()).not.toMatch(/Jack|Smith/);
    unmount();
  });

  it('says nothing of the device where it has no storage, and works all the same', async () => {
    const storage = jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('Denied', 'SecurityError');
    });
    open({ saveDraft: busy });
    await userEvent.type(await ageField(), '14');
    expect(await screen.findByText(/What you entered is still on this page: keep it open/)).toBeTruthy();
    storage.mockRestore();
  });

  it('keeps what was typed before the school was chosen', async () => {
    const other = { ...oakfield, ref: 'B-0003', name: 'Vale School' };
    const draft = { ...fullDraft, answers: { ...fullDraft.answers, step: 'school-and-pupil', buyerRef: '', payer: '', billTo: '' } };
    open({ getMe: () => meAs(membership(), membership({ buyer: other })), getDraft: () => draft });
    expect((await ageField()).value).toBe('14');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /own reference/ }).value).toBe('P-0147');
  });
});

describe('my requests, on a device that keeps a draft which never reached the server', () => {
  const list = () =>
    renderScreen(
      <MyRequestsPage />,
      fakeService({ getMe: () => meAs(membership()), listDrafts: () => ({ drafts: [] }), listCallOffs: () => ({ callOffs: [] }) }).api,
    );

  it('E22: lists it, says that only this device has it, and goes on with it', async () => {
    await typesAndLeaves();
    const { went } = list();
    expect(await screen.findByText(/^Kept on this device only, on /)).toBeTruthy();
    await userEvent.click(screen.getByRole('link', { name: 'Continue draft for Forest learning' }));
    expect(went).toEqual([{ at: 'request', draftId, serviceRef: 'S-0001' }]);
  });

  it('discards it, and brings it back with Undo', async () => {
    await typesAndLeaves();
    list();
    await userEvent.click(await screen.findByRole('button', { name: 'Discard draft for Forest learning' }));
    await waitFor(() => expect(kept()).toBe(''));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('link', { name: 'Continue draft for Forest learning' })).toBeTruthy();
    expect(kept()).toContain('"age":"14"');
  });
});
