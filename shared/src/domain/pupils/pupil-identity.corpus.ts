/** Texts to measure the screen for pupils' identity with (R40). All people are invented; the school names are real and public. */
import type { PupilIdentity } from './screen-free-text.ts';

const list = (text: string) => text.trim().split(/\s*[\n|]\s*/);

const firstNames = list(`
  Jack|Oliver|Amelia|Mohammed|Chloe|Tyler|Kayleigh|Ethan|Aisha|Jakub|Callum|Megan|Zofia|Rhys|Ellie-Mae|Kian|Niamh
  Oluwaseun|Priya|Alfie`);
/** Names that the product's own lists do not hold: only what stands around them can give them away. */
const rareNames = list(`
  Zephyr|Kaelan|Tamsyn|Bronx|Aurelija|Ngozichukwu|Thandiwe|Perran|Demelza|Xiuying`);
const lastNames = list(`
  Smith|Patel|Okafor|Kowalski|Davies|Begum|O'Brien|Turner|Hughes|Nguyen`);
const rareLastNames = list(`
  Trelawny|Pridmore|Vasiliauskas|Achterberg|Mwangi`);

const born = list(`
  03/04/2012|3/4/12|03-04-2012|3.4.2012|3 April 2012|3rd April 2012|3rd of April, 2012|April 3 2012|2012-04-03
  03 04 2012|3 Apr 12|14 September 2010`);

export interface CorpusText {
  readonly text: string;
  readonly found: PupilIdentity;
}

const each = (found: PupilIdentity, templates: readonly string[], values: readonly string[]): CorpusText[] =>
  templates.flatMap((template) => values.map((value) => ({ text: template.replaceAll('@', value), found })));

const fullNames = firstNames.flatMap((first, index) => [0, 3, 7].map((step) => `${first} ${lastNames[(index + step) % lastNames.length]}`));
const rareFullNames = rareNames.flatMap((first, index) =>
  [0, 2].map((step) => `${first} ${rareLastNames[(index + step) % rareLastNames.length]}`),
);

/** Texts that must be refused. */
export const tellingTexts: readonly CorpusText[] = [
  ...each(
    'name',
    list(`
    @ needs a calm place to learn.
    The programme is for @, who has SEMH needs.
    Please place @ on Tuesdays and Thursdays.
    Referral for @ to build confidence.
    Objectives: re-engage @ with learning.
    We think @ would benefit from mentoring.
    Attendance is low. @ struggles with mornings.
    @ (Year 9) to attend three days a week.
    Mum of @ agrees with the plan.`),
    [...firstNames, ...fullNames],
  ),
  ...each(
    'name',
    ['refuse lessons: @ struggles in class', '@ has adhd', 'pupil @ needs support'],
    firstNames.map((name) => name.toLowerCase()),
  ),
  ...each(
    'name',
    list(`
    The pupil called @ starts on Monday.
    A student named @ who enjoys practical work.
    His name is @.
    Her first name is @.
    Pupil name: @
    Surname: @
    Name: @
    A boy known as @ in Year 8.`),
    [...rareNames, ...rareFullNames],
  ),
  ...each(
    'name',
    list(`
    @ (DOB to follow) needs mentoring.
    @, aged 14, needs mentoring.
    @ is 13 years old.
    @ (age 12) to join the group.`),
    [...rareNames, ...rareFullNames],
  ),
  ...each(
    'name',
    ['@ (Y9) to attend.', '@ in Year 10 needs tuition.', 'Place for pupil @ please.', 'We hope that @ enjoys the course.'],
    rareFullNames,
  ),
  ...each(
    'date-of-birth',
    list(`
    The pupil was born on @.
    DOB @
    D.O.B: @
    Date of birth: @.
    Year 9 pupil, @, needs tuition.
    Pupil P-0147 (@) to start after half-term.`),
    born,
  ),
  ...each('date-of-birth', ['dob 03/12', 'born in March', 'Birthday is 4 May', 'Date of birth 2012'], ['']),
  ...each(
    'upn',
    ['UPN @', 'The pupil (@) starts on Monday.', '@'],
    list(`
    A823456789012
    H801200001001
    Z835000112345
    T83500011234A
    a823456789012
    A 8234 5678 9012`),
  ),
  ...each(
    'nhs-number',
    ['NHS number @', 'Number @ for the therapist.', 'NHS no: @.'],
    list(`
    9434765919
    943 476 5919
    401 023 2137
    943-476-5919`),
  ),
  ...each('uln', ['ULN @', 'Learner @ for the exam board.'], ['1234567891', '2345678905', '9912345678']),
  ...each(
    'email',
    ['Write to @ about transport.', 'Contact: @', '@'],
    list(`
    mum@example.com
    j.smith+school@mail.example.org
    P0147@pupils.school.example
    o'brien@example.co.uk`),
  ),
  ...each(
    'phone',
    ['Ring mum on @ first.', 'Mobile: @', 'Home (@) after four.'],
    list(`
    07700 900123
    07700900123
    +44 7700 900123
    01305 555 123
    (01305) 555123
    020 7946 0958
    0044 7700 900 123
    01632-960-001`),
  ),
  ...each(
    'postcode',
    ['Lives at @.', 'Collect from 12 Acacia Avenue, @ at 8.30.', 'Home: @'],
    list(`
    DT11 8BG
    DT118BG
    dt11 8bg
    SP8 4QR
    BH21 1AA
    W1A 1HQ
    EC1A 1BB`),
  ),
];

const schools = list(`
  William Barnes Primary School
  The Thomas Hardye School
  Sir John Colfox Academy
  St Mary & St Joseph's Catholic Primary School
  St George's Church of England School
  St Osmund's Church of England Middle School
  Queen Elizabeth's School
  The Prince of Wales School
  Kingston Maurward College
  Emmanuel Middle Church of England Middle School
  Mrs Ethelston's CofE Primary Academy
  Trent Young's CofE Primary School
  Thorner's Church of England School
  Lockyer's Middle School
  Archbishop Wake Church of England Primary School
  Milton Abbey School
  Harbour Vale School
  The Fortune Centre of Riding Therapy
  Bovington Academy
  Holy Trinity Church of England VC Primary School & Community Nursery
  Sturminster Marshall First School
  Parkfield School
  Wey Valley Academy
  St Andrew's Church of England Primary School
  St James Church of England First School
  St Michael's Church of England Middle School
  Piddle Valley Church of England First School
  Dorchester Learning Centre
  Canford School
  Blandford St Mary Church of England Primary School`);
const providers = list(`
  Jamie's Farm
  Harry's Boxing Gym
  Second Chance Motors
  Grace Tuition Services
  Purbeck Forest School CIC
  The Harvey Centre
  Ridgeway Equine Therapy
  Rose Cottage Therapy
  Blackmore Vale Outdoor Learning
  Oliver House
  Charlie Waller Trust
  Jurassic Coast Mechanics Ltd
  Summer Hill Farm
  Mason & Young Training Ltd
  Hope and Anchor Studio`);
const subjects = list(`
  Key Stage 3
  Key Stage 4 English and Maths
  Functional Skills Level 1
  Motor Vehicle Maintenance
  Forest School
  Art Therapy
  Food Technology
  Duke of Edinburgh Award
  John Muir Award
  Hair and Beauty
  Religious Education
  Romeo and Juliet
  Land Based Studies
  Emotional Literacy Support
  Personal Development`);
const plain = list(`
  Rebuild trust with adults and attend four sessions out of five by half-term.
  Return to full-time school by 7 April 2027.
  Start on 12/01/2027, review on 12/02/2027.
  The review is on Monday 3 March 2027 at 2:15pm.
  Sessions run 9.10-11.30 and 12.15-2.45.
  The pupil will learn to name and manage feelings.
  Attendance was 43% in the autumn term and 61% in the spring term.
  Transport by taxi from school at 8.45am; back by 3.15pm.
  Please call the school office if the pupil does not arrive.
  The SENCO and the Designated Safeguarding Lead agree.
  Price per session is £85.50, 22 sessions, £1,881.00 in all.
  Order AP-2027-000123 replaces AP-2026-000998.
  Cost code 4410-220-0031, purchase order 100234.
  URN 113659, UKPRN 10012345.
  Framework DN347291 lot 2.
  The school is at DT11 and the provider at BH21.
  Ofsted inspected on 12/03/2019; registered 4 June 2015.
  Insurance certificate dated 01/09/2021.
  Policies reviewed on 3 April 2022.
  Will Maths be taught on site? May we have a taster day in March?
  Mark schemes and Grade 4 targets are attached.
  Max 10 pupils in a group, ages 11 to 16.
  Mrs Jones will collect; Mr Patel is the head teacher.
  Dr Sarah Whitfield will supervise the therapy.
  Hope is to return in the Summer term. Grace period agreed.
  In April or May the pupil sits Functional Skills.
  June results showed progress; August is free.
  Rose to Year 9 expected levels in reading by Autumn.
  The young person likes animals, engines and being outdoors.
  An EHC plan is in place; Section F names one-to-one support.
  Too dear for 2 days a week. Ask for 1 day, or a smaller group.
  Approved, subject to the Virtual School paying half.
  The pupil's name is not to be shared.
  Their name is kept by the school only.
  A programme called Bridges, run by a team of mentors.
  Group of 5, 1:1 on Fridays, Room B1 9am, Block C2 1st floor.
  KS2 3rd group and Y9 2nd group share the workshop.
  The pupil was excluded for 5 days; day 6 cover needed from 14 January 2027.
  Phase 1: settle. Phase 2: join a group. Phase 3: plan the return.
  Between 1 September 2026 and 31 August 2027.
  Needs a quiet room, a known adult and short tasks.
  Student Services and Pupil Premium have been told.
  The child's key worker meets the team every other Wednesday.
  Wants to be a chef; enjoys Food Technology; finds English hard.
  The Blandford School pays; bill to the trust's finance office.
  West Dorset, Weymouth and Portland, North Dorset.
  Risk assessment version 2.1.15 applies.
  Not enough evidence of need. Please add what was tried before.
  Decision made under the Scheme of Delegation, limit £5,000.
  Half-termly review with the Inclusion Manager and Educational Psychologist.`);

/** Texts that must pass: nobody can be identified by them. */
export const harmlessTexts: readonly string[] = [
  ...plain,
  ...schools.flatMap((school) => [
    school,
    `Bill to ${school}.`,
    `The pupil is on the roll of ${school} and returns there in June.`,
    `${school} pays half; the council pays the rest.`,
    `Reviews are held at ${school} every half-term.`,
    `Transport from ${school} at 9am.`,
    `${school}, Year 9 group.`,
    `Finance Office, ${school}`,
  ]),
  ...providers.flatMap((provider) => [
    provider,
    `${provider} has places from 4 January 2027.`,
    `Two days a week at ${provider}, the rest at school.`,
    `The pupil enjoyed a taster at ${provider}.`,
    `${provider} declined: no places before Easter.`,
    `Continue with ${provider} until July.`,
    `Therapy by ${provider}, tuition in school.`,
    `Visit to ${provider} arranged by the SENCO.`,
  ]),
  ...subjects.flatMap((subject) => [
    subject,
    `${subject} (Year 9)`,
    `${subject}, Year 10, two hours a week.`,
    `Progress in ${subject} by the end of term.`,
    `The pupil wants to study ${subject}.`,
    `Pupil ${subject} place needed.`,
    `${subject} is taught on Tuesdays.`,
    `We ask for ${subject} and mentoring.`,
  ]),
  ...subjects.flatMap((subject, index) =>
    schools.map(
      (school, at) => `${subject} for ${(index + at) % 9} hours a week, then back to ${school} from ${1 + (at % 28)} March 2027.`,
    ),
  ),
];
