import { dayOfEvent } from './day-of-event.ts';
import { type MayHold, screenExcusing } from './screen-excusing.ts';

const ofCouncil: readonly MayHold[] = ['email', 'phone', 'postcode', dayOfEvent];
const foundIn = (text: string, may: readonly MayHold[] = ofCouncil) => {
  const screened = screenExcusing(text, may);
  return screened.ok ? 'nothing' : screened.found;
};

describe('R40, row 65: the day of an event in a text of commissioners', () => {
  test.each([
    'About 50 organisations came to the information event on 4 May 2018.',
    'The information event was on 4 May 2018. All schools were asked.',
    'All schools, academies and colleges were invited to a discussion on 28 March 2018.',
    '28 March 2018: discussion with schools',
    'Report of 14 May 2018',
    'Information Event 4 May 2018',
    'The event is on Friday, 4 May 2018',
    'A meeting at County Hall on 04/05/2018',
    'The directory is available from 1 September 2018',
    'The survey closed on 31 May 2017; 4 schools came to the event of 4.5.2018',
  ])('stands: %p', (text) => {
    expect(foundIn(text)).toBe('nothing');
    expect(foundIn(text, ['email', 'phone', 'postcode'])).toBe(/framework/.test(text) ? 'nothing' : 'date-of-birth');
  });

  test.each([
    'It was on 4 May 2012.',
    'The event is soon. It is about 4 May 2012.',
    'The event\n4 May 2012',
    'The pupil came to the event of 4 May 2012.',
    'The event is for a child, 4 May 2012.',
    'She was at the meeting of 4 May 2012.',
    'The meeting is about a boy in Year 9, 4 May 2012.',
    'A meeting, aged 6, 4 May 2012',
    'The meeting was about JS 04/05/2012',
    'The meeting was about J.S., 04/05/2012',
    'The meeting was about Zebedee 4 May 2012',
    'The meeting was about Zebedee (4 May 2012)',
    'The meeting: 4 May 2012, Quillfeather',
    'The event is his, 4 May 2012',
    'DOB 4 May 2012, told at the event',
    'Born 4 May 2012, came to the event',
    'Birthday 4/5/12: event',
  ])('is taken for a date of birth: %p', (text) => expect(foundIn(text)).toBe('date-of-birth'));

  test.each(['Oliver Smith, 4 May 2012, came to the event', 'On 4 May 2012 Oliver Smith came to the event'])(
    'beside a name is refused for the date or for the name: %p',
    (text) => expect(['date-of-birth', 'name']).toContain(foundIn(text)),
  );

  test('a day that is refused says how the day of an event is written; other texts are not told so', () => {
    expect(screenExcusing('It was on 4 May 2018.', ofCouncil)).toMatchObject({
      sentence:
        'This text seems to contain a date of birth. If it is the day of an event, say so in the same sentence: "The information event was on 4 May 2018."',
    });
    expect(screenExcusing('It was on 4 May 2018.')).toMatchObject({
      sentence: 'This text seems to contain a date of birth. Leave out whatever could identify a pupil.',
    });
    expect(screenExcusing('Write to mum@post.example.', [dayOfEvent])).toMatchObject({
      sentence: 'This text seems to contain an e-mail address. Leave out whatever could identify a pupil.',
    });
  });

  test('an event excuses its own day alone, in the sentence that names it', () => {
    expect(screenExcusing('The event was on 4 May 2018. See 3 April 2012.', ofCouncil)).toMatchObject({
      found: 'date-of-birth',
      start: 33,
    });
  });
});
