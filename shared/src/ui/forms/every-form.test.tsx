import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { CallOffPage } from '../call-offs/CallOffPage.tsx';
import { RequestPage } from '../request/RequestPage.tsx';
import { StartRequestPage } from '../request/StartRequestPage.tsx';
import { bannedWordOnPage } from './testing/copy-rules.ts';
import { fakeService } from './testing/fake-service.ts';
import { renderScreen } from './testing/render-screen.tsx';
import { callOff, draftId, fullDraft, meAs, membership, oakfield, quote, service } from './testing/samples.ts';

beforeEach(() => window.localStorage.clear());

type Answers = Parameters<typeof fakeService>[0];

const none = { buyerRef: 'B-0001', payer: '', billTo: '' };
const onStep = (step: string): Answers => ({
  getMe: () => meAs(membership()),
  getService: () => service,
  getDraft: () => ({ ...fullDraft, answers: { ...none, step } }),
  saveDraft: ({ body, params }) => ({ ...body, draftId: params.draftId ?? '', serviceName: service.name, savedAt: fullDraft.savedAt }),
  quoteCallOff: () => quote,
});
const form = <RequestPage draftId={draftId} serviceRef="S-0001" />;
const request = <CallOffPage callOffRef="CO-7K3MQ9" />;
const ordered = callOff({ status: 'ordered', orderNumber: 'AP-000123', orderState: 'awaiting-provider', waitingFor: [], may: ['answer'] });
const elsewhere = membership({ buyer: { ...oakfield, ref: 'B-0002', name: 'Elmfield School' } });

/** Every form with nothing answered: its screen, what the service says, its button, and how many faults it tells. */
const forms: readonly (readonly [string, React.ReactElement, Answers, string, number])[] = [
  ['about the pupil', form, onStep('school-and-pupil'), 'Continue', 5],
  ['who pays', form, onStep('payer'), 'Continue', 3],
  ['days and dates', form, onStep('days'), 'Continue', 5],
  ['why this provider', form, onStep('why'), 'Continue', 1],
  ['a decision', request, { getCallOff: () => callOff({ may: ['decide'] }) }, 'Continue', 1],
  ["the provider's answer", request, { getCallOff: () => ordered }, 'Record the answer', 1],
  [
    'the start of a request',
    <StartRequestPage key="start" serviceRef="S-0001" />,
    { getMe: () => meAs(membership(), elsewhere), getService: () => service },
    'Save the draft',
    1,
  ],
];

describe.each(forms)('the form of %s', (_name, shown, answers, button, faults) => {
  it('E23: errors are listed at the top, with the focus there, in the words beside their fields, and lead to them', async () => {
    renderScreen(shown, fakeService(answers).api);
    await userEvent.click(await screen.findByRole('button', { name: button }));
    const summary = await screen.findByRole('group', { name: 'There is a problem' });
    expect(document.activeElement).toBe(summary);
    expect(summary.closest('form')?.firstElementChild).toBe(summary);
    // Told once: by the focus on the summary, not by each field as well.
    expect(screen.queryByRole('alert')).toBeNull();
    const links = within(summary).getAllByRole('link');
    expect(links).toHaveLength(faults);
    for (const link of links) {
      expect(screen.getAllByText(link.textContent ?? '')).toHaveLength(2);
      await userEvent.click(link);
      const field = document.activeElement;
      expect(field?.matches('input, textarea')).toBe(true);
      expect(describedBy(field)).toContain(link.textContent);
    }
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('E25: what is optional says so, and no label has an asterisk', async () => {
    renderScreen(shown, fakeService(answers).api);
    await screen.findByRole('button', { name: button });
    const labels = [...document.querySelectorAll('label, legend')].map(({ textContent }) => textContent ?? '');
    expect(labels.length).toBeGreaterThan(0);
    expect(labels.filter((label) => label.includes('*'))).toEqual([]);
    // Whatever is not told as missing may be left out, and says so.
    for (const name of ['Cost code', 'What the placement is for', 'First day', 'Comment'].filter((each) =>
      labels.some((label) => label.startsWith(each)),
    ))
      if (!(await isMissing(button, name))) expect(labels.find((label) => label.startsWith(name))).toMatch(/\(optional/);
  });

  it('E27: warns above every box of free text not to name pupils', async () => {
    renderScreen(shown, fakeService(answers).api);
    await screen.findByRole('button', { name: button });
    for (const box of document.querySelectorAll('textarea')) {
      const warning = screen.getByText(/Do not include any information that would allow anyone to identify pupils/);
      expect(warning.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    }
  });
});

/** The text that a screen reader reads with a field: its own description, or that of the group it is a choice of. */
const describedBy = (field: Element | null): string =>
  [field, field?.closest('[role="radiogroup"], fieldset')]
    .flatMap((element) => element?.getAttribute('aria-describedby')?.split(' ') ?? [])
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

/** Whether the form tells a field of this name as missing once it is sent. */
const isMissing = async (button: string, name: string): Promise<boolean> => {
  await userEvent.click(screen.getByRole('button', { name: button }));
  const summary = await screen.findByRole('group', { name: 'There is a problem' });
  return within(summary)
    .getAllByRole('link')
    .some(({ textContent }) => textContent?.toLowerCase().includes(name.toLowerCase()));
};
