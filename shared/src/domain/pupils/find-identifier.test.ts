import { findIdentifiers } from './find-identifier.ts';

const kindsIn = (text: string): readonly string[] => findIdentifiers(text).map(({ found }) => found);

describe('R40: numbers and dates that identify', () => {
  test.each<[string, readonly string[]]>([
    ['31/12/2022', ['date-of-birth']],
    ['01/01/2023', []],
    ['01/01/2000', ['date-of-birth']],
    ['31/12/1999', []],
    ['31/02/2012', []],
    ['3 April 12', ['date-of-birth']],
    ['Inspected on 3 April 2012', []],
    [`Inspected on 3 April 2012${', and much else is said of the place in the report of that day'.repeat(3)}`, []],
    ['On 3 April 2012 it was inspected', ['date-of-birth']],
    ['Inspected, as everybody knows who has been here for long enough, and again 3 April 2012', ['date-of-birth']],
  ])('a day in the years in which pupils are born, unless it is said to be of something else, %p: %j', (text, kinds) => {
    expect(kindsIn(text)).toStrictEqual(kinds);
  });

  test.each<[string, readonly string[]]>([
    ['943 476 5919', ['nhs-number']],
    ['943 476 5918', []],
    ['NHS number 943 476 5918', ['nhs-number']],
    ['943 476 5918 at the NHS', []],
    ['The NHS trust was asked in writing about 943 476 5918', []],
    ['1234567891', ['uln']],
    ['123 456 7891', []],
    ['ULN 123 456 7891', ['uln']],
    ['Ring 07700 900123, order 1234567, invoice 7654321', ['phone']],
  ])('ten digits by what they are called or their check digit, %p: %j', (text, kinds) => expect(kindsIn(text)).toStrictEqual(kinds));
});

describe('R40: what is found is found whole', () => {
  const found = (text: string): readonly string[] =>
    findIdentifiers(text).map(({ found: kind, start, end }) => `${kind} ${text.slice(start, end)}`);
  const months =
    'jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december';

  test.each(months.split(' '))('a day in %s, before the month or after it', (month) => {
    expect(found(`It was 3 ${month} 2012.`)).toEqual([`date-of-birth 3 ${month} 2012`]);
    expect(found(`It was ${month.toUpperCase()} 23rd, 2012.`)).toEqual([`date-of-birth ${month.toUpperCase()} 23rd, 2012`]);
    expect(found(`Born in ${month}`)).toEqual([`date-of-birth Born in ${month}`]);
  });

  test.each<[string, string | undefined]>([
    ['On 2012-04-03.', '2012-04-03'],
    ['On 2012/4/3.', '2012/4/3'],
    ['On 03/04/2012.', '03/04/2012'],
    ['On 3.4.12.', '3.4.12'],
    ['On 3 - 4 - 2012.', '3 - 4 - 2012'],
    ['On 03 04 2012.', '03 04 2012'],
    ['On 3rd of April, 2012.', '3rd of April, 2012'],
    ['On 1st April 12.', '1st April 12'],
    ['On 2nd-Apr-2012.', '2nd-Apr-2012'],
    ['On 4th.April.2012.', '4th.April.2012'],
    ['From 9.10-11.30.', undefined],
    ['Paragraph 3-4/2012.', undefined],
    ['On 3 13 2012.', undefined],
    ['Number 103/04/2012.', undefined],
    ['Number 03/04/20123.', undefined],
  ])('%p holds %p', (text, date) => expect(found(text)).toEqual(date === undefined ? [] : [`date-of-birth ${date}`]));

  test.each([
    'DOB 3',
    'd.o.b. 3',
    'date of birth: 3',
    'Dates of birth 3',
    'birth date 3',
    'birthdate 3',
    'birthday is 3',
    'Birthdays 3',
    'born 3',
  ])('%p: after such a word a part of a date is enough', (text) => {
    expect(found(`${text}/4`)).toEqual([`date-of-birth ${text}/4`]);
    expect(found(`${text.slice(0, -1)}, as was said long ago in a letter, 3`)).toEqual([]);
    expect(found(`${text.slice(0, -1)}\n3`)).toEqual([]);
  });

  const ofSomethingElse =
    'inspected inspection version versions Ofsted registered registration established establishment founded opened published policy policies insured insurance certified certificate checked issued dated reviewed act regulation regulations awarded signed framework';
  test.each(ofSomethingElse.split(' '))('a day of something else: %s', (word) => {
    expect(found(`${word} of 3 April 2012`)).toEqual([]);
    expect(found(`un${word}x of 3 April 2012`)).toEqual(['date-of-birth 3 April 2012']);
    expect(found(`${word} was. Then 3 April 2012`)).toEqual(['date-of-birth 3 April 2012']);
    expect(found(`${word}\n3 April 2012`)).toEqual(['date-of-birth 3 April 2012']);
  });

  test.each<[string, string | undefined]>([
    ['Ring +44 7700 900123.', '+44 7700 900123'],
    ['Ring +44 (0) 1305 123456 now', '+44 (0) 1305 123456'],
    ['Ring 0044 7700900123 now', '0044 7700900123'],
    ['Ring +44 7700900123', '+44 7700900123'],
    ['Ring (01305) 123456 now', '(01305) 123456'],
    ['Ring 01305-123-456 now', '01305-123-456'],
    ['Ring 01305.123456 now', '01305.123456'],
    ['Ring 0130512345 now', '0130512345'],
    ['Ring 013051234 now', undefined],
    ['Ring 013051234567 now', undefined],
    ['Ring 00305123456 now', undefined],
    ['Ring 06305123456 now', undefined],
    ['Costs £01305123456', undefined],
    ['Order A01305123456', undefined],
    ['Order 1.01305123456', undefined],
    ['Order 1-01305123456', undefined],
  ])('%p holds the number %p', (text, number) => expect(found(text)).toEqual(number === undefined ? [] : [`phone ${number}`]));

  test.each<[string, readonly string[]]>([
    ['Write to mum.o-k+x@post.example.org.', ['email mum.o-k+x@post.example.org']],
    ['Write to mum@post', []],
    ['Write to mum@post or to us.now', []],
    ['Write to müller@schöne-post.example', ['email müller@schöne-post.example']],
    ['Number A823456789012.', ['upn A823456789012']],
    ['Number a82345678901b.', ['upn a82345678901b']],
    ['Number A 82345-678901-2.', ['upn A 82345-678901-2']],
    ['Number XA823456789012.', []],
    ['Number 1A823456789012.', []],
    ['Number A8234567890123.', []],
    ['Number A823456789012X.', []],
    ['At DT11 8BG now', ['postcode DT11 8BG']],
    ['At dt118bg now', ['postcode dt118bg']],
    ['At dt1 1aa now', ['postcode dt1 1aa']],
    ['At W1A 1HQ now', ['postcode W1A 1HQ']],
    ['At DT1 1CI now', []],
    ['At dt1 1st now', []],
    ['At dt1 2nd, dt1 3rd and dt1 4th now', []],
    ['At Dt11 8Bg now', []],
    ['At QQ1 1AA now', []],
    ['At DT11 8BGX now', []],
    ['Ring 01305 123456 about 9434765919 now', ['phone 01305 123456', 'nhs-number 9434765919']],
    ['About 9434765919, ring 01305 123456', ['phone 01305 123456', 'nhs-number 9434765919']],
    ['Number 9434765919.', ['nhs-number 9434765919']],
    ['Number 943-476-5919.', ['nhs-number 943-476-5919']],
    ['Number 94347659191.', []],
    ['Number 9434765919.5', []],
    ['Number 9434765919,5', []],
    ['Number 9434765919-5', []],
    ['Number 19434765919', []],
    ['Costs £9434765919', []],
    ['Number -9434765919', []],
    ['Number 1.9434765919', []],
    ['Number 1,9434765919', []],
  ])('%p holds %j', (text, all) => expect(found(text)).toEqual(all));
});
