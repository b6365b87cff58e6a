import { localDate } from '../days/local-date.ts';
import { memberRules, type TypedMember } from './member-rules.ts';

const nobody: TypedMember = {
  buyerRef: '113800',
  person: 'school/head',
  delegateTo: undefined,
  delegateName: undefined,
  delegateEmail: undefined,
  delegateFrom: undefined,
  delegateUntil: undefined,
};
const named: TypedMember = {
  ...nobody,
  delegateTo: 'school/deputy',
  delegateName: 'D. Deputy',
  delegateEmail: 'deputy@school.example',
  delegateFrom: localDate('2026-11-24'),
  delegateUntil: localDate('2026-11-27'),
};
const ended = { of: 'delegation', buyerRef: '113800', person: 'school/head' };
const deputy = { ...ended, delegation: { to: 'school/deputy', from: '2026-11-24', until: '2026-11-27' } };

describe('row 49: a delegate who is typed', () => {
  test.each([
    ['for the first time', nobody, { ...named, delegateName: undefined, delegateEmail: undefined }],
    ['with a new row', undefined, named],
    ['to another person', { ...named, delegateTo: 'school/chair' }, named],
    ['with another first day', { ...named, delegateFrom: localDate('2026-11-23') }, named],
    ['with another last day', { ...named, delegateUntil: localDate('2026-11-30') }, named],
    ["under another name, which the register's own replaces", { ...named, delegateName: 'Somebody' }, named],
    ["with another address, which the register's own replaces", { ...named, delegateEmail: 'x@school.example' }, named],
  ])('%s is named by command', (_how, before, after) => {
    expect(memberRules(before, after)).toStrictEqual({ faults: [], command: deputy });
  });

  test('and emptied ends by command, whatever stands beside', () => {
    expect(memberRules(named, nobody)).toStrictEqual({ faults: [], command: ended });
    expect(memberRules(named, { ...nobody, delegateName: 'D. Deputy' })).toStrictEqual({ faults: [], command: ended });
  });

  test('and left alone says nothing', () => {
    expect(memberRules(named, named)).toStrictEqual({ faults: [] });
    expect(memberRules(nobody, nobody)).toStrictEqual({ faults: [] });
    expect(memberRules(undefined, nobody)).toStrictEqual({ faults: [] });
  });

  test.each(['delegateTo', 'delegateFrom', 'delegateUntil'] as const)('without %s is put back in what was typed', (missing) => {
    const half = { ...named, [missing]: undefined };
    const fault = {
      code: 'refused-by-the-rules',
      sentence: 'Write who stands in, the first day and the last day together, or empty all three.',
    };
    expect(memberRules(named, half)).toStrictEqual({ faults: [{ field: missing, ...fault }] });
    const typed = ['delegateTo', 'delegateName', 'delegateEmail', 'delegateFrom', 'delegateUntil'].filter((field) => field !== missing);
    const faults = typed.map((field) => ({ field, ...fault }));
    expect(memberRules(nobody, half)).toStrictEqual({ faults });
    expect(memberRules(undefined, half)).toStrictEqual({ faults });
  });

  test.each(['delegateTo', 'delegateFrom', 'delegateUntil'] as const)('with %s alone is put back', (only) => {
    expect(memberRules(nobody, { ...nobody, [only]: named[only] }).faults).toMatchObject([{ field: only, code: 'refused-by-the-rules' }]);
  });
});
