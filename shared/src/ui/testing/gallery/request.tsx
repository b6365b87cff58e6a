import * as React from 'react';
import { localDate } from '../../../domain/days/local-date.ts';
import { pence } from '../../../domain/money/money.ts';
import { Refuse } from '../../forms/testing/fake-service.ts';
import { callOff, draftId, fullDraft, meAs, membership, oakfield, price, quote, senco, service } from '../../forms/testing/samples.ts';
import { keepOnDevice } from '../../request/device-copy.ts';
import { RequestPage } from '../../request/RequestPage.tsx';
import { StartRequestPage } from '../../request/StartRequestPage.tsx';
import { checkedSchool, uncheckedSchool } from '../sample-own-checks.ts';
import { type Answers, type Exhibit, never, waitingAndFailing } from './exhibit.tsx';

const noDraft = (): never => {
  throw new Refuse('not-found', 'There is no such draft.');
};

const form: Answers = {
  getMe: () => meAs(membership()),
  getService: () => service,
  getDraft: noDraft,
  saveDraft: ({ body, params }) => ({ ...body, draftId: params.draftId ?? '', serviceName: service.name, savedAt: '2027-03-01T14:15:00Z' }),
  quoteCallOff: () => quote,
  listCallOffs: () => ({ callOffs: [] }),
  getOwnChecks: () => ({ schools: [checkedSchool()] }),
};
const at = {
  screen: <RequestPage draftId={draftId} serviceRef="S-0001" />,
  place: { at: 'request' as const, draftId, serviceRef: 'S-0001' },
};
/** The dialog of Teams in which a request begins. */
const start = { screen: <StartRequestPage serviceRef="S-0001" />, place: { at: 'start' as const, serviceRef: 'S-0001' } };
const onStep = (step: string, answers: Answers = {}): Answers => ({
  ...form,
  getDraft: () => ({ ...fullDraft, answers: { ...fullDraft.answers, step } }),
  ...answers,
});
const severalSchools = meAs(
  membership(),
  membership({ buyer: { ...oakfield, ref: 'B-0003', name: 'Vale School' } }),
  membership({ buyer: { ...oakfield, ref: 'B-0002', name: 'Hill College' }, whyNotBuy: 'Hill College is not of a type that may buy.' }),
);
const missing = [{ kind: 'buyer' as const, sentence: 'Nobody else at your school can approve £900.00.', fallbackName: 'Chris Chair' }];

const keptId = '44444444-4444-4444-8444-444444444444';

/** The form on a device that had kept what was typed. */
const WithKept = (): React.ReactElement => {
  React.useState(() =>
    keepOnDevice(senco, {
      draftId: keptId,
      serviceRef: 'S-0001',
      serviceName: service.name,
      answers: { ...fullDraft.answers, step: 'days' },
      keptAt: new Date().toISOString(),
    }),
  );
  return <RequestPage draftId={keptId} serviceRef="S-0001" />;
};

export const requestExhibits: readonly Exhibit[] = [
  {
    name: 'form, a reason that is not true of the provider',
    ...at,
    answers: onStep('why', {
      quoteCallOff: () => ({
        ...quote,
        whyNotBasis:
          'It is not the lowest price that meets the need: Sturminster Workshops, Day centre costs £700.00 without VAT, against £900.00 here. Request the cheaper one, or choose another reason, where it is true: the pupil already goes there.',
      }),
    }),
    shows: 'Sturminster Workshops',
  },
  {
    name: 'form, units of a block purchase are at hand',
    ...at,
    answers: onStep('why', {
      quoteCallOff: () => ({
        ...quote,
        blocks: [
          {
            ref: 'BP-0001',
            units: 12.5,
            unit: 'day',
            unitPrice: pence(8_500),
            usableFrom: localDate('2027-04-12'),
            usableTo: localDate('2027-07-16'),
          },
        ],
      }),
    }),
    shows: 'How is it bought?',
  },
  {
    name: 'form, a reason that only the school can give',
    ...at,
    answers: {
      ...onStep('why'),
      getDraft: () => ({ ...fullDraft, answers: { ...fullDraft.answers, step: 'why', basis: 'continuity' } }),
      getService: () => ({ ...service, permittedBases: ['lowest-price', 'continuity'] }),
    },
    shows: 'How do you know?',
  },
  { name: 'form, the pupil', ...at, answers: form, shows: "Your school's own reference" },
  {
    name: 'form, the pupil, several schools',
    ...at,
    answers: { ...form, getMe: () => severalSchools },
    shows: 'Which school is the request for?',
  },
  { name: 'form, the pupil, nothing answered', ...at, answers: form, press: 'Continue', shows: 'There is a problem' },
  {
    name: 'form, nobody may approve',
    ...at,
    answers: { ...form, quoteCallOff: () => ({ price, steps: [], missing }) },
    shows: 'Nobody can approve this request yet',
  },
  { name: 'form, who pays', ...at, answers: onStep('payer'), shows: 'Who pays?' },
  { name: 'form, the days', ...at, answers: onStep('days'), shows: 'Total with VAT' },
  { name: 'form, the days, price under way', ...at, answers: onStep('days', { quoteCallOff: never }), shows: 'Working out the price' },
  {
    name: 'form, the days, no price',
    ...at,
    answers: onStep('days', {
      quoteCallOff: () => {
        throw new Refuse('dates-not-allowed', 'Hours a day must be from 0.5 to 8, in quarters of an hour.', '/pattern/hoursPerDay');
      },
    }),
    shows: 'There is no price for these answers.',
  },
  {
    name: 'form, kept on the device',
    ...at,
    screen: <WithKept />,
    answers: form,
    shows: 'We kept what you typed',
  },
  { name: 'form, why', ...at, answers: onStep('why'), shows: 'What the placement is for' },
  { name: 'form, check', ...at, answers: onStep('check'), shows: "Your school's own check: 3 March 2027 by Jo Smith" },
  {
    name: 'form, check, with no own check',
    ...at,
    answers: onStep('check', { getOwnChecks: () => ({ schools: [uncheckedSchool()] }) }),
    shows: 'Your school has not recorded its own check',
  },
  {
    name: 'form, check, only to draft',
    ...at,
    answers: onStep('check'),
    host: { kind: 'sharepoint', mayDecide: false },
    shows: 'You cannot send the request from here',
  },
  { name: 'form, of a person without access', ...at, answers: { ...form, getMe: () => meAs() }, shows: 'You cannot raise requests yet' },
  {
    name: 'form, not offered',
    ...at,
    answers: { ...form, getService: () => ({ ...service, listed: false, whyNot: 'The lot is closed.' }) },
    shows: 'This service cannot be requested now',
  },
  {
    name: 'form, may not buy',
    ...at,
    answers: { ...form, getMe: () => meAs(membership({ whyNotBuy: 'Oakfield School can search, but cannot buy.' })) },
    shows: 'Your school cannot buy at present',
  },
  {
    name: 'form, closed',
    ...at,
    screen: <RequestPage draftId={draftId} serviceRef="S-0001" callOffRef="CO-7K3MQ9" />,
    answers: { ...form, getCallOff: () => callOff() },
    shows: 'This request cannot be changed now',
  },
  ...waitingAndFailing({ name: 'form', ...at, answers: form }, 'getService', 'Loading the request form'),
  { name: 'start of a request', ...start, answers: form, shows: 'Save the draft' },
  ...waitingAndFailing({ name: 'start of a request', ...start, answers: form }, 'getService', 'Loading the service'),
];
