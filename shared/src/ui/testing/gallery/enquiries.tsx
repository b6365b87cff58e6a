import * as React from 'react';
import { type EnquiryPage, enquiryPlace } from '../../../contract/enquiry-place.ts';
import { EnquiriesPage } from '../../enquiries/EnquiriesPage.tsx';
import { meAs, membership, service } from '../../forms/testing/samples.ts';
import { anEnquiry, openedCompetition, sealedCompetition } from '../sample-enquiries.ts';
import { type Answers, type Exhibit, waitingAndFailing } from './exhibit.tsx';

const at = (page: EnquiryPage) => ({ screen: <EnquiriesPage />, place: enquiryPlace(page) });
const list = at({ at: 'list' });
const one = at({ at: 'enquiry', ref: 'EN-4K7Q2M' });
const ask = at({ at: 'ask', serviceRef: 'S-0001' });

const common: Answers = {
  getMe: () => meAs(membership()),
  listCallOffs: () => ({ callOffs: [] }),
  getService: () => service,
  listEnquiries: () => ({ enquiries: [anEnquiry(), sealedCompetition, { ...openedCompetition, ref: 'EN-2B9TQC' }] }),
  getEnquiry: () => anEnquiry(),
  listEnquiryCandidates: () => ({ candidates: [] }),
};

/** Enquiries and competitions: the list, one of them in each of its states, and the form that asks. */
export const enquiryExhibits: readonly Exhibit[] = [
  { name: 'enquiries', ...list, answers: common, shows: 'EN-4K7Q2M' },
  { name: 'enquiries, none', ...list, answers: { ...common, listEnquiries: () => ({ enquiries: [] }) }, shows: 'There is no enquiry yet' },
  {
    name: 'enquiries, many',
    ...list,
    answers: {
      ...common,
      listEnquiries: () => ({ enquiries: Array.from({ length: 40 }, (_, each) => anEnquiry({ ref: `EN-${1_000 + each}` })) }),
    },
    shows: 'EN-1000',
  },
  ...waitingAndFailing({ name: 'enquiries', ...list, answers: common }, 'listEnquiries', 'Loading the enquiries'),
  { name: 'enquiry with an answer', ...one, answers: common, shows: 'We have two places' },
  { name: 'enquiry, choosing an answer', ...one, answers: common, press: 'Choose an answer', shows: 'Why this one?' },
  { name: 'enquiry, ending it', ...one, answers: common, press: 'End without a choice', shows: 'Why is it ended?' },
  { name: 'competition, sealed', ...one, answers: { ...common, getEnquiry: () => sealedCompetition }, shows: 'Quotes are not open yet' },
  { name: 'competition, quotes open', ...one, answers: { ...common, getEnquiry: () => openedCompetition }, shows: '£91.00 per day' },
  {
    name: 'enquiry whose answer was chosen',
    ...one,
    answers: {
      ...common,
      getEnquiry: () =>
        anEnquiry({
          status: 'converted',
          outcome: { chosen: 'P-0001', reason: 'It has a place from April.', by: 'Sam Oduya', at: '2027-03-12T10:00:00Z' },
          may: ['start-request'],
        }),
    },
    shows: 'Start the request',
  },
  {
    name: 'enquiry, as the commissioning team sees it',
    ...one,
    answers: { ...common, getEnquiry: () => anEnquiry({ asked: [], council: 'asked', may: ['answer-for-council'] }) },
    press: 'Answer for the council',
    shows: 'The school sees it',
  },
  ...waitingAndFailing({ name: 'enquiry', ...one, answers: common }, 'getEnquiry', 'Loading the enquiry'),
  { name: 'enquiry, asking', ...ask, answers: common, shows: 'Each provider gets a mail' },
  { name: 'enquiry, asking nothing', ...ask, answers: common, press: 'Send the enquiry', shows: 'There is a problem' },
  { name: 'enquiry, asking without access', ...ask, answers: { ...common, getMe: () => meAs() }, shows: 'You cannot ask providers yet' },
];
