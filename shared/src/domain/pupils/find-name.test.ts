import { findName } from './find-name.ts';

const nameIn = (text: string): string | undefined => {
  const span = findName(text);
  return span && text.slice(span.start, span.end);
};

describe('R40: what makes a word a name', () => {
  test.each<[string, string | undefined]>([
    // Said to be one.
    ['His name is zephyr.', 'zephyr'],
    ['First name: zephyr', 'zephyr'],
    ['His name is not given.', undefined],
    ['A boy called Zephyr', 'Zephyr'],
    ['A boy called jack', 'jack'],
    ['A BOY CALLED Zephyr', 'Zephyr'],
    ['A course for a boy called zephyr', undefined],
    ['A student called Maths', undefined],
    ['Name: Zephyr', 'Zephyr'],
    // A first name and nothing else.
    ['Lessons for Chloe', 'Chloe'],
    ['Lessons for CHLOE', 'CHLOE'],
    ['Lessons for Chloé', 'Chloé'],
    ['Lessons for ANNA', 'ANNA'],
    ['Lessons for AMY', undefined],
    ['We lift the car with a jack', undefined],
    ['After Romeo and Juliet it was Chloe', 'Chloe'],
    // A word that may be a name counts beside a surname, or what speaks of a child.
    ['We hope', undefined],
    ['We hope smith will', undefined],
    ['Lessons for Hope Smith', 'Hope'],
    ['We sing of Hope, Smith said', undefined],
    ["Lessons for Hope O'Sullivan", 'Hope'],
    ['Lessons for Hope O’Brien', 'Hope'],
    ['Lessons for jack smith', 'jack'],
    ['The pupil hope', undefined],
    ['The pupil Hope', 'Hope'],
    ['The PUPIL Hope', 'Hope'],
    ['The pupil jack', 'jack'],
    ['hope, aged 14', undefined],
    ['Hope, aged 14', 'Hope'],
    ['jack, aged 14', 'jack'],
    ['Our hope struggles on', undefined],
    ['Hope struggles on', 'Hope'],
    ['jack struggles on', 'jack'],
    ["ruby's mum", undefined],
    ["Ruby's mum", "Ruby's"],
    ["jack's mum", "jack's"],
    ['Hope (Year 9)', 'Hope'],
    ['HOPE (Year 9)', undefined],
    ['Hope (12)', 'Hope'],
    ['We sing Hope (12 songs)', undefined],
    ['(until May 12)', undefined],
    ['(until May  12)', undefined],
  ])('%p: %p', (text, name) => expect(nameIn(text)).toBe(name));

  test.each<[string, string | undefined]>([
    ['Zephyr, aged 14', 'Zephyr'],
    ['Zy, aged 14', 'Zy'],
    ['Zephyr J, aged 14', 'Zephyr'],
    ['In set B, aged 14', undefined],
    ['In class Zephyr struggles', 'Zephyr'],
    ['Zephyr struggles', undefined],
    [' Zephyr struggles', undefined],
    ['In class. Zephyr struggles', undefined],
    ['zephyr, aged 14', undefined],
    ['The pupil Zephyr Trelawny', 'Zephyr'],
    ['Zephyr Trelawny, aged 14', 'Zephyr'],
    ['Zephyr Trelawny (Year 9)', 'Zephyr'],
    ['With us Zephyr Trelawny cannot settle', 'Zephyr'],
    ['Zephyr Trelawny cannot settle', undefined],
    ['We wrote to Zephyr Trelawny today', undefined],
    ['Zephyr Smith', 'Zephyr'],
    ['Kestrel Programme (Year 9)', undefined],
  ])('of one that no list holds only what stands around it can tell, %p: %p', (text, name) => expect(nameIn(text)).toBe(name));

  test.each<[string, string | undefined]>([
    ['Mrs Jane Jones', undefined],
    ['Ring Mrs. Jones', undefined],
    ['Mrs Jones and Jane Smith', 'Jane'],
    ['Please ring Mrs  Jane Jones', undefined],
    ['Ring Mrs Anne Marie Claire', undefined],
    ['Ring Mrs Anne Marie Claire Chloe', 'Chloe'],
    ['So said Mrs, Jane came', 'Jane'],
    ['We asked for the Mrs (Jane came)', 'Jane'],
    ['William Barnes Primary School', undefined],
    ['Jack Tuition Services', undefined],
    ['Jack  Forest School', undefined],
    ['For Jack, Forest School', 'Jack'],
    ['Jack & Barnes School', undefined],
    ['Jack &Barnes School', undefined],
    ['Jack& Barnes School', undefined],
    ['Martin of Tours Primary School', undefined],
    ['Martin and Forest School', 'Martin'],
    ['The pupil jack Forest School', 'jack'],
    ["Jack's Education", "Jack's"],
    ['Rose Hill', undefined],
    ['Visit Samuel Hill', 'Samuel'],
    ['Visit Terry Hall today', 'Terry'],
    ['Visit Terry Hall, Year 9', 'Terry'],
    ['Visit Terry Hall School', undefined],
    ["Visit Jack's Hill", undefined],
    ['Visit Chloe Barnes Hall', undefined],
  ])('grown-ups with a title, organisations and places are let through, %p: %p', (text, name) => expect(nameIn(text)).toBe(name));
});

describe('R40: what is written as a name on a form is one, whatever the word is', () => {
  test.each(['First', 'Last', 'Middle', 'Full', 'Given', 'Legal', 'Preferred', 'Family', 'Sur', 'Fore', 'Nick'])('%sname', (which) => {
    for (const label of [`${which} name: `, `${which}name:`, `${which.toUpperCase()}NAME =  `, `${which}names : `])
      expect(nameIn(`${label}zephyr`)).toBe('zephyr');
  });

  test.each(['his', 'her', 'their', "the pupil's", 'the child’s', "a young person's", 'the twin'])('%s name', (whose) => {
    for (const said of ['name is ', 'name was ', "name's ", 'name: ', 'name = ', 'name - ', 'real name is ', 'surname is '])
      expect(nameIn(`We know ${whose} ${said}zephyr.`)).toBe('zephyr');
    expect(nameIn(`We know ${whose} name by heart and ski.`)).toBeUndefined();
  });

  test.each(['called', 'named', 'known as', 'nicknamed', 'is called', 'was named', 'who is known as', ', who was called'])(
    'a pupil %s',
    (said) => {
      for (const pupil of ['pupil', 'student', 'boys', 'young woman', 'sister'])
        expect(nameIn(`For a ${pupil}${said.startsWith(',') ? '' : ' '}${said} Zephyr.`)).toBe('Zephyr');
      expect(nameIn(`For a course ${said} Zephyr.`)).toBeUndefined();
    },
  );

  test.each<[string, string | undefined]>([
    ['Name:Zephyr', 'Zephyr'],
    ['Seen today.\nName :  Zephyr', 'Zephyr'],
    ['Seen today; name = Zephyr', 'Zephyr'],
    ['First name: withheld. We ski', undefined],
    ['Name: withheld. We like Kestrel', undefined],
    ['The course name: Kestrel', undefined],
    ['Filename: Kestrel', undefined],
    ['Name-tag: Kestrel', undefined],
    ["We keep to Martha's rule and Harry’s law", undefined],
  ])('%p: %p', (text, name) => expect(nameIn(text)).toBe(name));
});

describe('R40: what speaks of a child makes a word that may be a name one', () => {
  test.each([
    "'s DOB",
    ' (dob',
    ' d.o.b.',
    ', date of birth',
    ' born',
    ' age 9',
    ' [aged 14',
    ' is 9 years old',
    ', 9 year old',
    ', Year 9',
    ' in Y9',
    ' is in yr 9',
    ' from year 10',
    ' [ 12 ]',
    ' struggles',
    ' also enjoyed art',
    ' has an EHC plan',
    ' has a diagnosis',
    ' has ADHD',
    ' is in Y9',
    ' is looked after',
    ' needs help',
    ' would benefit',
    " doesn't",
    ' can’t',
    ' cannot',
    '(aged 14)',
    '’ DOB',
    ',  [  aged  14',
    '  is  9  years  old',
    '(Year 9)',
    '  in  Year 9',
    ' is in  Y9',
    ' from  Year 9',
    '  also  enjoyed art',
  ])('Hope%s', (speaks) => expect(nameIn(`They say Hope${speaks}.`)).toMatch(/^Hope/));

  test.each([
    ' in a class aged 14',
    ' or Year 9',
    ' and then struggles',
    ' , we hear, enjoys it',
    ' is a song',
    ' needs work',
    ' has begun',
  ])('but not Hope%s', (speaks) => expect(nameIn(`They sing of Hope${speaks}.`)).toBeUndefined());

  test.each([' mum', 'behaviour', 'behavior', 'parent', 'carer', 'carers', 'EHC', 'social worker', 'learning'])("Hope's %s", (owned) => {
    expect(nameIn(`We spoke of Hope's ${owned}.`)).toBe("Hope's");
    expect(nameIn(`We spoke of Hope's many ${owned}s.`)).toBeUndefined();
    expect(nameIn(`We hope ${owned}.`)).toBeUndefined();
  });

  test.each(['struggles', ' often  attends', 'never likes it'])(
    'of a word that no list holds only what nobody else does: Kestrel %s',
    (does) => {
      expect(nameIn(`In class Kestrel ${does}.`)).toBe('Kestrel');
      expect(nameIn('In class Kestrel presents well.')).toBeUndefined();
    },
  );
});
