import { localDate } from '../days/local-date.ts';
import { interestedIn } from './block-interest-of.ts';
import { answering, aQuestion, opened, stateOf } from './survey.fixture.ts';
import type { SurveyAnswer } from './survey-answer.ts';
import type { SurveyResponse } from './survey-response.ts';

const survey = opened([aQuestion(), aQuestion({ kind: 'services', asks: 'Of which services?' })]);
const response = (
  buyerRef: string,
  interest: string | undefined,
  told: { services?: readonly string[]; at?: string; role?: 'senco' | 'head-teacher' } = {},
): SurveyResponse => {
  const answers: readonly SurveyAnswer[] = [
    ...(interest === undefined ? [] : [{ key: 'q1', chosen: [interest] }]),
    ...(told.services === undefined ? [] : [{ key: 'q2', chosen: told.services }]),
  ];
  return stateOf(answering(answers, { survey, seat: { buyerRef, role: told.role ?? 'senco' }, at: told.at ?? '2026-11-24T10:00:00Z' }));
};
const found = (responses: readonly SurveyResponse[], today = '2026-12-01') =>
  interestedIn('therapeutic', [survey], responses, localDate(today)).map(({ buyerRef, interest }) => `${buyerRef} ${interest}`);

describe('row 68: an answer to a survey is an expression of interest', () => {
  test('of whoever is or may be interested, the former first; who said nothing of it, or is not, is not among them', () => {
    expect(
      found([
        response('4', 'possibly'),
        response('3', 'interested'),
        response('2', 'not-interested'),
        response('1', undefined),
        response('0', 'interested'),
      ]),
    ).toEqual(['0 interested', '3 interested', '4 possibly']);
  });

  test('in the services that were named, or in any where none was', () => {
    expect(
      found([
        response('1', 'interested', { services: ['therapeutic', 'teacher'] }),
        response('2', 'interested', { services: ['teacher'] }),
        response('3', 'interested', { services: [] }),
      ]),
    ).toEqual(['1 interested', '3 interested']);
  });

  test('is what the school said last, in whatever role', () => {
    const first = response('1', 'interested', { at: '2026-11-24T10:00:00Z' });
    const later = { role: 'head-teacher', at: '2026-11-25T10:00:00Z' } as const;
    expect(found([response('1', 'not-interested', later), first])).toEqual([]);
    expect(found([response('1', 'possibly', later), first])).toEqual(['1 possibly']);
    expect(found([response('1', undefined, later), first])).toEqual(['1 interested']);
  });

  test('counts for twelve months from the day on which it was said', () => {
    expect(found([response('1', 'interested')], '2027-11-24')).toEqual(['1 interested']);
    expect(found([response('1', 'interested')], '2027-11-25')).toEqual([]);
  });

  test('is read by the questions of its own survey, whatever another asks under the same keys', () => {
    const other = opened([aQuestion({ kind: 'services', asks: 'Of which services?' }), aQuestion()], {}, 'SV-OTHER');
    const [told] = interestedIn('therapeutic', [other, survey], [response('1', 'interested')], localDate('2026-12-01'));
    expect(told).toMatchObject({ buyerRef: '1', interest: 'interested', services: [], surveyRef: survey.ref });
  });

  test('says from which survey it is and since when', () => {
    expect(interestedIn('teacher', [survey], [response('1', 'possibly', { services: ['teacher'] })], localDate('2026-12-01'))).toEqual([
      { buyerRef: '1', interest: 'possibly', services: ['teacher'], surveyRef: survey.ref, saidOn: '2026-11-24' },
    ]);
    expect(interestedIn('teacher', [], [response('1', 'interested')], localDate('2026-12-01'))).toEqual([]);
  });
});
