import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { EnquiryReply } from '../../contract/enquiries.ts';
import { enquiryPlace } from '../../contract/enquiry-place.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { fullDraft, meAs, membership, service } from '../forms/testing/samples.ts';
import { anEnquiry, openedCompetition, sealedCompetition } from '../testing/sample-enquiries.ts';
import { EnquiriesPage } from './EnquiriesPage.tsx';

const show = (enquiry: EnquiryReply, answers: Parameters<typeof fakeService>[0] = {}) => {
  const served = fakeService({ getMe: () => meAs(membership()), getEnquiry: () => enquiry, ...answers });
  const { went } = renderScreen(<EnquiriesPage />, served.api, {
    service: served.service,
    place: enquiryPlace({ at: 'enquiry', ref: enquiry.ref }),
  });
  return { ...served, went };
};
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const fill = async (name: string | RegExp, text: string) => userEvent.type(await screen.findByRole('textbox', { name }), text);
const chosen = anEnquiry({
  status: 'converted',
  outcome: { chosen: 'P-0001', reason: 'It has a place from April.', by: 'Sam Oduya', at: '2027-03-12T10:00:00Z' },
  may: ['start-request'],
});

describe('row 62: an enquiry', () => {
  it('shows the answers side by side, in the order in which they were asked, and how many have answered', async () => {
    show(anEnquiry());
    const sides = within(await screen.findByRole('list', { name: 'Answers of providers' })).getAllByRole('listitem');
    expect(sides.map((side) => within(side).getByRole('heading').textContent)).toEqual([
      'Greenway Learning',
      'Harbour Learning',
      'Quarry Lane Workshops',
    ]);
    expect(sides[2]?.textContent).toContain('None yet');
    expect(screen.getByText(/2 of 3 providers have answered: 1 interested, 1 declined/)).toBeTruthy();
  });

  it('R31: quotes of a competition are not shown before all have answered or the time is over', async () => {
    show(sealedCompetition);
    expect(await screen.findByText('Quotes are not open yet')).toBeTruthy();
    expect(screen.queryByText('Quoted')).toBeNull();
  });

  it('R31: opened, a quote stands beside the framework price', async () => {
    show(openedCompetition);
    expect(await screen.findByText('£91.00 per day, ex VAT')).toBeTruthy();
    expect(screen.getAllByText('£95.00 per day, ex VAT')).toHaveLength(3);
  });

  it('row 64: an answer is chosen among those who are interested, with a reason; the focus goes to how it stands', async () => {
    const served = show(anEnquiry(), { actOnEnquiry: () => chosen });
    await press('Choose an answer');
    await press('Choose an answer');
    expect((await screen.findByRole('group', { name: 'There is a problem' })).textContent).toContain('Choose one');
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    await userEvent.click(screen.getByRole('radio', { name: 'Greenway Learning, Forest learning' }));
    await fill('Why this one?', 'It has a place from April.');
    await press('Choose an answer');
    expect(await screen.findByText('Greenway Learning was chosen')).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('An answer was chosen.');
    expect(served.callsOf('actOnEnquiry').map(({ body }) => body)).toEqual([
      { kind: 'choose-answer', providerRef: 'P-0001', reason: 'It has a place from April.' },
    ]);
  });

  it('R40: a reason that may name a pupil is not sent', async () => {
    const served = show(anEnquiry());
    await press('End without a choice');
    await fill('Why is it ended?', 'Born on 12 March 2013, so too young.');
    await press('End without a choice');
    expect((await screen.findByRole('group', { name: 'There is a problem' })).textContent).toContain('date');
    expect(served.callsOf('actOnEnquiry')).toEqual([]);
  });

  it('what the server refuses is said at its field, and nothing typed is lost', async () => {
    show(anEnquiry(), {
      actOnEnquiry: () => {
        throw new Refuse('comment-required', 'Say more than that.', '/reason');
      },
    });
    await press('End without a choice');
    await fill('Why is it ended?', 'No.');
    await press('End without a choice');
    expect((await screen.findByRole('group', { name: 'There is a problem' })).textContent).toContain('Say more than that.');
    expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe('No.');
  });

  it('the request for what was chosen is begun as a draft of its service', async () => {
    const served = show(chosen, { saveDraft: () => fullDraft });
    await press('Start the request');
    await waitFor(() => expect(served.went).toEqual([{ at: 'request', draftId: expect.any(String), serviceRef: 'S-0001' }]));
    expect(served.callsOf('saveDraft').map(({ body }) => body)).toMatchObject([
      { serviceRef: 'S-0001', buyerRef: 'B-0001', answers: { startDate: '13 4 2027', endDate: '21 7 2027' } },
    ]);
  });

  it('asked without a word it says what is missing, and is not sent', async () => {
    const served = fakeService({
      getMe: () => meAs(membership()),
      getService: () => service,
      listEnquiryCandidates: () => ({ candidates: [] }),
    });
    renderScreen(<EnquiriesPage />, served.api, {
      service: served.service,
      place: enquiryPlace({ at: 'ask', serviceRef: 'S-0001' }),
    });
    await press('Send the enquiry');
    expect(await screen.findByRole('group', { name: 'There is a problem' })).toBeTruthy();
    expect(served.callsOf('sendEnquiry')).toEqual([]);
  });
});
