import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { ConcernsPage } from './ConcernsPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const toRing: Answers['whomToRing'] = () => ({
  providerName: 'Greenway Learning',
  lines: [
    { line: '999', name: 'Police and ambulance', when: 'A child is in danger now, or a crime is being committed.', phone: '999' },
    { line: 'mash', name: 'Safeguarding hub', when: 'A child may be suffering harm.', phone: '01632 960001', outOfHours: '01632 960002' },
    { line: 'lado', name: 'Designated officer', when: 'Somebody who works with children may have harmed a child.' },
  ],
  teamPhone: '01632 960004',
});
const show = (answers: Answers, path = 'service/S-0042') => {
  const served = fakeService({ whomToRing: toRing, ...answers });
  const { went } = renderScreen(<ConcernsPage />, served.api, { place: { at: 'concerns', path }, service: served.service });
  return { ...served, went };
};
const button = (name: string) => screen.findByRole('button', { name });
const goOn = async () => userEvent.click(await button('Continue'));
const choose = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }));
const heading = (name: RegExp) => screen.findByRole('heading', { level: 1, name });

const answered = async (): Promise<void> => {
  await heading(/Ring first/);
  await goOn();
  await choose('Somebody who works there may have harmed a child or be a risk to children');
  await choose('Serious: somebody must act today');
  await goOn();
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Designated officer' }));
  await goOn();
  await userEvent.type(await screen.findByRole('textbox'), 'A member of staff was rough with a pupil.');
  await goOn();
};

beforeEach(() => localStorage.clear());

describe('row 24, R17: reporting a concern', () => {
  it('says first whom to ring now, with the numbers; one that is not set is said to be missing', async () => {
    show({});
    await heading(/Report a concern about Greenway Learning Ring first/);
    const lines = within(screen.getByRole('list', { name: 'Whom to ring' })).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent?.replace(/\s+/g, ' '))).toEqual([
      expect.stringContaining('999'),
      expect.stringContaining('01632 960002'),
      expect.stringContaining('No number is set here'),
    ]);
    expect(screen.getByRole('link', { name: '01632 960001' }).getAttribute('href')).toBe('tel:01632960001');
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('asks whether they were rung, warns of child details, shows it once more and gives a reference', async () => {
    const served = show({ reportConcern: () => ({ ref: 'CN-4F7K2QABCD', providerName: 'Greenway Learning' }) });
    await heading(/Ring first/);
    await goOn();
    await goOn();
    expect((await screen.findAllByRole('link', { name: /Select/ })).map(({ textContent }) => textContent)).toEqual([
      'Select what your concern is about',
      'Select how serious it is',
    ]);
    await choose('Somebody who works there may have harmed a child or be a risk to children');
    await choose('Serious: somebody must act today');
    await goOn();
    await goOn();
    expect(await screen.findByRole('link', { name: 'Ring first, then select whom you have rung' })).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Designated officer' }));
    await goOn();
    await userEvent.type(await screen.findByRole('textbox'), 'Her date of birth is 12/03/2014');
    await goOn();
    expect(served.callsOf('reportConcern')).toEqual([]);
    expect(screen.getByRole('link', { name: /date of birth/i })).toBeTruthy();
    await userEvent.clear(screen.getByRole('textbox'));
    await userEvent.type(screen.getByRole('textbox'), 'A member of staff was rough with a pupil.');
    await goOn();
    await heading(/Check what you report/);
    await userEvent.click(await button('Report the concern'));
    expect(await screen.findByRole('heading', { name: 'Your reference is CN-4F7K2QABCD' })).toBeTruthy();
    expect(served.callsOf('reportConcern').map(({ body }) => body)).toEqual([
      {
        about: { serviceRef: 'S-0042' },
        ringFirstRead: true,
        rung: ['lado'],
        category: 'adult-may-have-harmed',
        severity: 'serious',
        text: 'A member of staff was rough with a pupil.',
      },
    ]);
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('keeps what was written and the numbers when the device is offline, and sends it once when it is back', async () => {
    const served = show({ reportConcern: () => ({ ref: 'CN-4F7K2QABCD', providerName: 'Greenway Learning' }) });
    await answered();
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await userEvent.click(await button('Report the concern'));
    expect(await screen.findByText(/You are offline, so the concern was not sent. Ring the numbers on this page/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '01632 960001' })).toBeTruthy();
    expect(screen.getByText('A member of staff was rough with a pupil.')).toBeTruthy();
    online.mockReturnValue(true);
    await userEvent.click(await button('Report the concern'));
    expect(await screen.findByText(/Your reference is/)).toBeTruthy();
    expect(served.callsOf('reportConcern')).toHaveLength(1);
    online.mockRestore();
  });

  it('shows 999 and what this device last knew when the numbers cannot be loaded', async () => {
    const failing: Answers = {
      whomToRing: () => {
        throw new Refuse('busy-try-later', 'The register is busy.');
      },
    };
    show(failing);
    await screen.findByText("The council's numbers could not be loaded");
    const list = () => screen.getAllByRole('list', { name: 'Whom to ring' }).at(-1)?.textContent;
    expect(list()).toContain('999');
    expect(list()).not.toContain('01632');
  });

  it('remembers the numbers on the device', async () => {
    show({});
    await heading(/Greenway/);
    expect(localStorage.getItem('ap-whom-to-ring')).toContain('01632 960001');
  });

  it("puts what the server refuses at its box, with the server's sentence", async () => {
    show({
      reportConcern: () => {
        throw new Refuse('text-names-a-pupil', 'Take the name out.', '/text');
      },
    });
    await answered();
    await userEvent.click(await button('Report the concern'));
    await userEvent.click(await screen.findByRole('link', { name: 'Take the name out.' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });
});

describe('the concerns that one reported', () => {
  it('show that each arrived and where it stands', async () => {
    show(
      {
        listMyConcerns: () => ({
          concerns: [
            { ref: 'CN-4F7K2QABCD', providerName: 'Greenway Learning', reportedAt: '2026-11-24T10:00:00Z', status: 'being-looked-into' },
          ],
        }),
      },
      '',
    );
    expect(await screen.findByText(/Being looked into. Reported on .* reference CN-4F7K2QABCD/)).toBeTruthy();
    expect(bannedWordOnPage()).toBeUndefined();
  });
});
