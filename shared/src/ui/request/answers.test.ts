import { draftAnswers } from '../../contract/drafts.ts';
import { fullDraft } from '../forms/testing/samples.ts';
import { answersOfDraft, answersOfRequest, draftOfAnswers, noAnswers } from './answers.ts';
import { checkStep } from './check-step.ts';
import { errorsOfRefusal, fieldOfPointer } from './step-of-field.ts';
import { toQuoteInput, toRequest } from './to-request.ts';

const answers = answersOfDraft(fullDraft.answers);
const service = { ageFrom: 11, ageTo: 16 };

describe('the answers of a request', () => {
  it('come back from a draft as they went in', () => {
    const stored = draftAnswers.parse(draftOfAnswers(answers));
    expect(answersOfDraft(stored)).toEqual(answers);
  });

  it('are unanswered where a draft holds something else', () => {
    expect(answersOfDraft({ age: true, days: 'mon', step: 'nowhere', pupilRef: 'P-0147' })).toEqual({ ...noAnswers, pupilRef: 'P-0147' });
  });

  it.each(['Jack Smith', 'A123456789012', '03/04/2012'])('never store %s as the reference of a pupil', (pupilRef) => {
    expect(draftOfAnswers({ ...answers, pupilRef }).pupilRef).toBe('');
  });

  it('become the request that the server takes, and come back from it when it is to be changed', () => {
    const request = toRequest(answers, 'S-0001');
    expect(request).toMatchObject({ age: 14, startDate: '2027-04-12', endDate: '2027-07-16', ehcPlan: false });
    expect(request && answersOfRequest(request)).toEqual(answers);
  });

  it.each([
    ['yes', true],
    ['no', false],
    ['', undefined],
  ] as const)('R8: say of an off-site direction %p, and come back so', (offSiteDirection, sent) => {
    const request = toRequest({ ...answers, offSiteDirection }, 'S-0001');
    expect(request?.offSiteDirection).toBe(sent);
    expect(request && answersOfRequest(request).offSiteDirection).toBe(offSiteDirection);
  });

  it('are priced as soon as payer, days and dates are known, and not before', () => {
    expect(toQuoteInput({ ...answers, pupilRef: '', basis: '' }, 'S-0001')).toBeDefined();
    expect(toQuoteInput({ ...answers, endDate: '31 2 2027' }, 'S-0001')).toBeUndefined();
    expect(toQuoteInput({ ...answers, hoursPerDay: '' }, 'S-0001')).toBeUndefined();
  });

  it('are told what to enter, day first', () => {
    const faults = checkStep('days', { ...answers, startDate: '', endDate: '12/31/2027' }, service);
    expect(faults).toEqual([
      { field: 'startDate', message: 'Enter the first day' },
      { field: 'endDate', message: 'Enter the last day as a real date with day, month and year, such as 27 3 2027' },
    ]);
    expect(checkStep('days', { ...answers, startDate: '3/4/2027', endDate: '2/4/2027' }, service)).toEqual([
      { field: 'endDate', message: 'Enter a last day that is the same as or after the first day' },
    ]);
  });
});

describe('a refusal of the server', () => {
  it.each([
    ['/pupilRef', 'pupilRef'],
    ['/request/pupilRef', 'pupilRef'],
    ['/request/pattern/days', 'days'],
    ['/shownGross', ''],
    ['', ''],
  ])('at %s belongs to the field "%s"', (pointer, field) => expect(fieldOfPointer(pointer)).toBe(field));

  it('of no field stays on the page where it was met', () => {
    expect(errorsOfRefusal(new Error('broken')).step).toBeUndefined();
  });
});
