import fc from 'fast-check';
import { isNhsNumber } from './find-identifier.ts';
import { harmlessTexts, tellingTexts } from './pupil-identity.corpus.ts';
import { checkPupilReference } from './pupil-reference.ts';
import { ofGrownUps, screenFreeText } from './screen-free-text.ts';

describe("R40: the school's own reference for a pupil", () => {
  test.each([
    'P-0147',
    'AB12',
    '0147',
    'Y9/23',
    'DHS-2026-0031',
    'AbCd12',
    'ready-steady9',
    'a1',
    'X99999',
    '12345',
    '03041',
    'KS3-14',
    'PUPIL1',
    '2026/117',
    'ABC23456789DE',
    '1AB234567890CD',
    'AB234567890CD1',
    '12345678912',
    'JS1/2/345',
    'JS31/02/2012',
    ' P-0147 ',
  ])('R40: %p is accepted', (text) => {
    expect(checkPupilReference(text)).toEqual({ ok: true, reference: text.trim() });
  });

  test.each([
    ['', 'pattern'],
    ['7', 'pattern'],
    ['ABC', 'pattern'],
    ['P 0147', 'pattern'],
    ['P_0147', 'pattern'],
    ['ABCDE-FGHIJ-KLMNO-P12345', 'pattern'],
    ['Ｐ１２３', 'pattern'],
    ['A823456789012', 'upn'],
    ['t83500011234a', 'upn'],
    ['A-8234567-89012', 'upn'],
    ['A/8234567/89012', 'upn'],
    ['1234567891', 'uln'],
    ['9434765919', 'nhs-number'],
    ['943-476-5919', 'nhs-number'],
    ['94/34765919', 'nhs-number'],
    ['12-34567891', 'uln'],
    ['03/04/2012', 'date-of-birth'],
    ['3-4-12', 'date-of-birth'],
    ['2012-04-03', 'date-of-birth'],
    ['03042012', 'date-of-birth'],
    ['20120403', 'date-of-birth'],
    ['030412', 'date-of-birth'],
    ['JS030412', 'date-of-birth'],
    ['JS-03/04/2012', 'date-of-birth'],
    ['JS03/04/2012', 'date-of-birth'],
    ['JS3/4/12', 'date-of-birth'],
    ['JS2012-04-03', 'date-of-birth'],
    ['030412-1-2', 'date-of-birth'],
    ['3-030412-12', 'date-of-birth'],
    ['1-2-030412', 'date-of-birth'],
    ['AB234567890CD', 'upn'],
    ['jack12@example.com', 'email'],
    ['Jack12', 'name'],
    ['Amy12', 'name'],
    ['JACK-12', 'name'],
    ['JaneSmith1', 'name'],
    ['ZedKow9', 'name'],
    ['Zephyr Okafor', 'name'],
    ['Zephyr-Trelawny-9', 'name'],
    ['chloe/9', 'name'],
    ['DT11 8BG', 'postcode'],
    ['DT118BG', 'postcode'],
  ])('R40: %p is refused as %s', (text, found) => {
    expect(checkPupilReference(text)).toEqual({ ok: false, found, sentence: expect.stringMatching(/\.$/) });
  });

  test('R40: whatever is accepted has the pattern and is kept as it was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z0-9/ -]{1,24}$/)), (text) => {
        const checked = checkPupilReference(text);
        if (!checked.ok) return;
        expect(checked.reference).toBe(text.trim());
        expect(checked.reference).toMatch(/^[A-Za-z\d/-]{2,20}$/);
        expect(checked.reference).toMatch(/\d/);
      }),
    );
  });

  test('R40: no UPN, ULN or date of birth gets through, whatever the separators', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
    const birthDates = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2022-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).split('-') as [string, string, string]);
    const written = birthDates.chain(([y, m, d]) =>
      fc.constantFrom(`${d}/${m}/${y}`, `${d}${m}${y}`, `${y}-${m}-${d}`, `${y}${m}${d}`, `AB${d}${m}${y.slice(2)}`),
    );
    const telling = fc.oneof(
      digits(12).map((rest) => `A${rest}`),
      digits(10),
      written,
    );
    fc.assert(fc.property(telling, (text) => expect(checkPupilReference(text).ok).toBe(false)));
  });
});

test.each([
  ['9434765919', true],
  ['9434765918', false],
  ['943476591', false],
  ['94347659191', false],
])('the check digit of %s: %p', (digits, valid) => {
  expect(isNhsNumber(digits)).toBe(valid);
});

describe('R40: free text', () => {
  test('R40: the corpus is large enough to measure with', () => {
    expect(tellingTexts.length + harmlessTexts.length).toBeGreaterThanOrEqual(2000);
    expect(harmlessTexts.length).toBeGreaterThanOrEqual(800);
  });

  test('R40: every telling text is caught', () => {
    expect(tellingTexts.filter(({ text }) => screenFreeText(text).ok).map(({ text }) => text)).toEqual([]);
  });

  test('R40: no harmless text is refused', () => {
    expect(harmlessTexts.filter((text) => !screenFreeText(text).ok)).toEqual([]);
  });

  test('R40: numbers, dates and addresses are called by what they are', () => {
    const wrong = tellingTexts
      .filter(({ found }) => found !== 'name')
      .map(({ text, found }) => ({ text, expected: found, screened: screenFreeText(text) }))
      .filter(({ expected, screened }) => screened.ok || screened.found !== expected);
    expect(wrong).toEqual([]);
  });

  test.each([
    ['the pupil called Zephyr needs help', 'Zephyr'],
    ['Attendance fell. Poppy struggles with mornings.', 'Poppy'],
    ["We wrote to Ruby's mum.", "Ruby's"],
    ['April Jones will attend.', 'April'],
    ['Ring 07700 900123.', '07700 900123'],
  ])('R40: in %p it points at %p', (text, expected) => {
    const screened = screenFreeText(text);
    expect(screened.ok ? '' : text.slice(screened.start, screened.end)).toBe(expected);
  });

  test('R40: the sentence never repeats what was found', () => {
    for (const { text } of tellingTexts) {
      const screened = screenFreeText(text);
      if (!screened.ok) expect(screened.sentence).not.toContain(text.slice(screened.start, screened.end));
    }
  });

  test('R40: the sentence says what was found, and what to write in its place', () => {
    const sentence = (text: string) => {
      const screened = screenFreeText(text);
      return screened.ok ? undefined : screened.sentence;
    };
    expect(sentence('Chloe likes art.')).toBe(
      'This text seems to contain a person\'s name. Write "the pupil", or the role of a member of staff.',
    );
    expect(sentence('Born 03/04/2012.')).toBe('This text seems to contain a date of birth. Leave out whatever could identify a pupil.');
  });

  test('R40: a field may allow what it is for', () => {
    const address = 'Finance Office, Wey Valley Academy, Weymouth DT3 5AN';
    expect(screenFreeText(address)).toMatchObject({ ok: false, found: 'postcode' });
    expect(screenFreeText(address, ['postcode'])).toEqual({ ok: true });
    // A number with the code of its country is no learner's number as well.
    expect(screenFreeText('Finance Office, +44 7700900123 or 0044 7700 900123', ['phone'])).toEqual({ ok: true });
    expect(screenFreeText(`${address}, for Chloe`, ['postcode'])).toMatchObject({ ok: false, found: 'name' });
  });

  test('R40: of grown-ups at work all may be told but what only a pupil has', () => {
    const contact = 'Chloe Smith, chloe@school.example, 07700 900123, DT11 8BG, learner 1234567891';
    expect(screenFreeText(contact, ofGrownUps)).toEqual({ ok: true });
    expect(screenFreeText(`${contact}, born 3 April 2012`, ofGrownUps)).toMatchObject({ ok: false, found: 'date-of-birth' });
  });

  test('R40: any text can be screened, and what is found lies within it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (text) => {
        const screened = screenFreeText(text);
        if (!screened.ok) expect(0 <= screened.start && screened.start < screened.end && screened.end <= text.length).toBe(true);
      }),
    );
  });
});
