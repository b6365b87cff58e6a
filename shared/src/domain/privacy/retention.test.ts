import { localDate } from '../days/local-date.ts';
import type { DatedKind, Kept } from './kept.ts';
import { retentionOf } from './retention.ts';
import { defaultRetentionPolicy as policy } from './retention-policy.ts';
import { retentionRules } from './retention-rules.ts';

const ended = localDate('2026-12-18');
const placement = (told: Partial<Kept> = {}): Kept =>
  ({ kind: 'placement', ref: 'CO-1', lastDay: ended, pupilErased: false, ...told }) as Kept;
const dated = (kind: DatedKind, day: string): Kept => ({ kind, ref: 'R', lastDay: localDate(day) });
const on = (day: string, kept: Kept) => retentionOf(kept, policy, localDate(day));

describe('R41: how long a record is kept', () => {
  test.each<[string, string, Kept, object]>([
    ['a placement, on the last day of its six years', '2032-12-18', placement(), { act: 'keep', until: '2032-12-18' }],
    ['the day after', '2032-12-19', placement(), { act: 'erase-pupil', by: 'placement', since: '2032-12-19' }],
    [
      'once its pupil is erased the money stays',
      '2032-12-19',
      placement({ pupilErased: true } as Partial<Kept>),
      { act: 'keep', until: '2033-03-31' },
    ],
    [
      'six financial years and the current one',
      '2033-03-31',
      placement({ pupilErased: true } as Partial<Kept>),
      { act: 'keep', until: '2033-03-31' },
    ],
    ['the day after those', '2033-04-01', placement(), { act: 'delete', by: 'money', since: '2033-04-01' }],
    [
      'a placement that ended in the spring',
      '2033-04-01',
      placement({ lastDay: localDate('2026-03-31') } as Partial<Kept>),
      { act: 'delete', by: 'money', since: '2032-04-01' },
    ],
    [
      'a placement that ended on the first day of a financial year',
      '2033-04-01',
      placement({ lastDay: localDate('2026-04-01'), pupilErased: true } as Partial<Kept>),
      { act: 'delete', by: 'money', since: '2033-04-01' },
    ],
    [
      'what is still needed, before its time',
      '2027-12-19',
      placement({ needed: 'It is held.' } as Partial<Kept>),
      { act: 'keep', until: '2032-12-18' },
    ],
    [
      'a request that came to nothing',
      '2027-12-19',
      placement({ kind: 'came-to-nothing' } as Partial<Kept>),
      { act: 'erase-pupil', by: 'came-to-nothing' },
    ],
    ['an enquiry on its day', '2027-11-30', { kind: 'enquiry', ref: 'EN-1', keepUntil: localDate('2027-11-30') }, { act: 'keep' }],
    [
      'an enquiry after it',
      '2027-12-01',
      { kind: 'enquiry', ref: 'EN-1', keepUntil: localDate('2027-11-30') },
      { act: 'delete', by: 'enquiry' },
    ],
    [
      'a draft of yesterday',
      '2026-11-28',
      { kind: 'draft', ref: 'd', savedOn: localDate('2026-11-27') },
      { act: 'keep', until: '2027-02-25' },
    ],
    ['an invoice in its sixth financial year on', '2034-03-31', dated('invoice', '2027-05-04'), { act: 'keep', until: '2034-03-31' }],
    ['an invoice after that', '2034-04-01', dated('invoice', '2027-05-04'), { act: 'delete', by: 'invoice' }],
    ['an application that won nothing, three years on', '2030-01-28', dated('unsuccessful-application', '2027-01-28'), { act: 'keep' }],
    ['the day after', '2030-01-29', dated('unsuccessful-application', '2027-01-28'), { act: 'delete', since: '2030-01-29' }],
    ['one that won, while its framework runs', '2029-01-01', dated('awarded-application', '2031-03-31'), { act: 'keep' }],
    ['six years after its end', '2037-03-31', dated('awarded-application', '2031-03-31'), { act: 'keep', until: '2037-03-31' }],
    ['and the day after', '2037-04-01', dated('awarded-application', '2031-03-31'), { act: 'delete' }],
    ['a concern that was put right, on its last day', '2033-02-01', dated('concern', '2027-02-01'), { act: 'keep', until: '2033-02-01' }],
    ['a concern that was put right', '2033-02-02', dated('concern', '2027-02-01'), { act: 'delete', by: 'concern' }],
    ['one about harm to a child', '2102-02-01', dated('harm', '2027-02-01'), { act: 'keep', until: '2102-02-01' }],
    ['a round out of which nobody won, three years on', '2030-01-28', dated('round', '2027-01-28'), { act: 'keep', until: '2030-01-28' }],
    ['the day after', '2030-01-29', dated('round', '2027-01-28'), { act: 'delete', by: 'round', since: '2030-01-29' }],
    [
      'one out of which somebody won, six years on',
      '2037-03-31',
      dated('awarded-round', '2031-03-31'),
      { act: 'keep', until: '2037-03-31' },
    ],
    ['the day after', '2037-04-01', dated('awarded-round', '2031-03-31'), { act: 'delete', by: 'awarded-round' }],
    ['an award of which nothing came, three years on', '2030-02-20', dated('unsuccessful-award', '2027-02-20'), { act: 'keep' }],
    ['the day after', '2030-02-21', dated('unsuccessful-award', '2027-02-20'), { act: 'delete', by: 'unsuccessful-award' }],
    ['an award, six years after its framework', '2037-03-31', dated('award', '2031-03-31'), { act: 'keep', until: '2037-03-31' }],
    ['the day after', '2037-04-01', dated('award', '2031-03-31'), { act: 'delete', by: 'award', since: '2037-04-01' }],
    ['a price book, six years after its framework', '2037-03-31', dated('price-book', '2031-03-31'), { act: 'keep', until: '2037-03-31' }],
    ['the day after', '2037-04-01', dated('price-book', '2031-03-31'), { act: 'delete', by: 'price-book', since: '2037-04-01' }],
    ['a block purchase in its sixth financial year on', '2034-03-31', dated('block-purchase', '2027-07-16'), { act: 'keep' }],
    ['a block purchase after that', '2034-04-01', dated('block-purchase', '2027-07-16'), { act: 'delete', by: 'block-purchase' }],
    ['one that lapsed a year ago', '2027-12-11', dated('lapsed-block-purchase', '2026-12-11'), { act: 'keep', until: '2027-12-11' }],
    ['the day after', '2027-12-12', dated('lapsed-block-purchase', '2026-12-11'), { act: 'delete', by: 'lapsed-block-purchase' }],
    ['a visit that was closed six years ago', '2033-02-01', dated('visit', '2027-02-01'), { act: 'keep', until: '2033-02-01' }],
    ['the day after', '2033-02-02', dated('visit', '2027-02-01'), { act: 'delete', by: 'visit', since: '2033-02-02' }],
    ["a school's own check, six years on", '2033-07-20', dated('own-check', '2027-07-20'), { act: 'keep', until: '2033-07-20' }],
    ['the day after', '2033-07-21', dated('own-check', '2027-07-20'), { act: 'delete', by: 'own-check', since: '2033-07-21' }],
    ['a change that was decided two years ago', '2029-01-12', dated('provider-change', '2027-01-12'), { act: 'keep', until: '2029-01-12' }],
    ['the day after', '2029-01-13', dated('provider-change', '2027-01-12'), { act: 'delete', by: 'provider-change' }],
    ['a statement about VAT in its sixth financial year on', '2033-03-31', dated('vat-statement', '2027-01-12'), { act: 'keep' }],
    ['a statement about VAT after that', '2033-04-01', dated('vat-statement', '2027-01-12'), { act: 'delete', by: 'vat-statement' }],
    ['a notice a year after its last day', '2028-02-02', dated('notice', '2027-02-01'), { act: 'delete', by: 'notice' }],
    ['a purchase outside the framework, six financial years on', '2033-03-31', dated('off-framework', '2027-03-31'), { act: 'keep' }],
    ['the day after', '2033-04-01', dated('off-framework', '2027-03-31'), { act: 'delete', by: 'off-framework' }],
    ['an event a year after it was over', '2028-02-02', dated('event', '2027-02-01'), { act: 'delete', by: 'event' }],
    ['a survey a year after it was closed', '2028-02-02', dated('survey', '2027-02-01'), { act: 'delete', by: 'survey' }],
    ['a member who was removed a year ago', '2028-02-02', dated('member', '2027-02-01'), { act: 'delete', by: 'member' }],
    ['a member who was removed lately', '2028-02-01', dated('member', '2027-02-01'), { act: 'keep' }],
    ['a choice, six financial years on', '2033-03-31', dated('choice', '2027-02-01'), { act: 'keep', until: '2033-03-31' }],
    ['the day after', '2033-04-01', dated('choice', '2027-02-01'), { act: 'delete', by: 'choice' }],
    ['a search of a year ago', '2027-11-27', { kind: 'saved-search', ref: 's', savedOn: localDate('2026-11-27') }, { act: 'keep' }],
    [
      'the day after',
      '2027-11-28',
      { kind: 'saved-search', ref: 's', savedOn: localDate('2026-11-27') },
      { act: 'delete', by: 'saved-search' },
    ],
    ['an old draft', '2027-02-26', { kind: 'draft', ref: 'd', savedOn: localDate('2026-11-27') }, { act: 'delete', by: 'draft' }],
  ])('%s', (_what, day, kept, verdict) => {
    expect(on(day, kept)).toMatchObject(verdict);
  });

  test('what is open, held or in dispute stays for all its age, and says why', () => {
    const needed = 'AP-000001: the placement is active.';
    expect(on('2050-01-01', placement({ needed } as Partial<Kept>))).toEqual({ act: 'keep', because: needed });
    expect(on('2050-01-01', { ...dated('invoice', '2027-05-04'), needed } as Kept)).toEqual({ act: 'keep', because: needed });
  });

  test('what nothing needs any more goes when its time has come', () => {
    expect(on('2050-01-01', { ...dated('invoice', '2027-05-04'), needed: undefined } as Kept)).toMatchObject({ act: 'delete' });
  });

  test('nothing is held unless the council says so', () => expect(policy.held).toEqual([]));

  test('each class says what is kept, how long and why; pupils are erased where the money stays, all else is deleted', () => {
    expect(Object.entries(retentionRules).map(([by, { act, period }]) => [by, act, period(policy)])).toEqual([
      ['placement', 'erase-pupil', '6 years after its last day'],
      ['money', 'delete', '6 financial years after the one of its last day'],
      ['came-to-nothing', 'erase-pupil', '12 months after it was over'],
      ['enquiry', 'delete', 'until its own day "Kept until": twelve months after it was over'],
      ['invoice', 'delete', '6 financial years after the one of its date'],
      ['unsuccessful-application', 'delete', '36 months after the last award of its round, or its close where there was none'],
      ['awarded-application', 'delete', '6 years after the end of its framework'],
      ['round', 'delete', '36 months after its last award was decided, or its close; in any case as long as an application to it'],
      ['awarded-round', 'delete', '6 years after the end of its framework; in any case as long as an application or award of it'],
      ['unsuccessful-award', 'delete', '36 months after that; in any case as long as its application'],
      ['award', 'delete', '6 years after the end of its framework; in any case as long as an order that it priced'],
      ['price-book', 'delete', '6 years after the end of its framework; in any case as long as an award or an order that it priced'],
      [
        'block-purchase',
        'delete',
        '6 financial years after the one of its last day of use or its settlement; in any case as long as a call-off that draws on it',
      ],
      ['lapsed-block-purchase', 'delete', '12 months after that'],
      ['concern', 'delete', '6 years after it was closed'],
      ['harm', 'delete', '75 years after it was closed'],
      ['visit', 'delete', '6 years after it was closed or cancelled; in any case while a concern about its provider is open'],
      [
        'own-check',
        'delete',
        '6 years after its review was due, or after the last placement of that school with that provider, whichever is later',
      ],
      ['provider-change', 'delete', '24 months after it was decided'],
      ['vat-statement', 'delete', '6 financial years after the one in which the next statement about the same service replaced it'],
      ['notice', 'delete', '12 months after its last day, or after it was withdrawn or discarded'],
      ['off-framework', 'delete', '6 financial years after the one of its last month, withdrawn or not'],
      ['event', 'delete', '12 months after it was over and last changed, or was cancelled or discarded'],
      ['survey', 'delete', '12 months after it was closed or discarded'],
      ['member', 'delete', '12 months after the last change of the row'],
      ['choice', 'delete', '6 financial years after the one in which it was kept'],
      ['saved-search', 'delete', '12 months after it was saved or last told of something'],
      ['draft', 'delete', '90 days after it was last saved'],
    ]);
    for (const { what, why } of Object.values(retentionRules)) expect([what, why]).not.toContain('');
  });

  test('a council may keep the pupil for a shorter time than the money', () => {
    expect(retentionOf(placement(), { ...policy, placementYears: 1 }, localDate('2027-12-19'))).toMatchObject({ act: 'erase-pupil' });
  });
});
