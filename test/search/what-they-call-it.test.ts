import type { ServiceSummary } from '@ap/shared/contract/directory';
import type { Need } from '@ap/shared/domain/register/service';
import { sampleDirectory } from './sample-directory.ts';

/** Whether a service is what a person means who types the phrase. */
type Fits = (service: ServiceSummary) => boolean;

const meets =
  (need: Need): Fits =>
  ({ needs }) =>
    needs.includes(need);
const says =
  (pattern: RegExp): Fits =>
  ({ name, providerName, summary }) =>
    pattern.test(`${name} ${providerName} ${summary}`);
const at =
  (mode: ServiceSummary['deliveryMode']): Fits =>
  ({ deliveryMode }) =>
    deliveryMode === mode;
const within =
  (miles: number): Fits =>
  ({ distance, deliveryMode }) =>
    deliveryMode === 'online' || distance === undefined || Number(/\d+/.exec(distance)?.[0] ?? 0) <= miles;
const both =
  (one: Fits, other: Fits): Fits =>
  (service) =>
    one(service) && other(service);

/** What SENCOs type, by what they mean. */
const phrases: readonly (readonly [Fits, ...(readonly string[])])[] = [
  [meets('SEMH'), 'SEMH', 'social emotional and mental health', 'SEBD', 'mental health', 'behaviour', 'anxiety'],
  [
    meets('EBSA'),
    'school refuser',
    'school refusers',
    'EBSA',
    'school refusal',
    'school phobia',
    'school avoidance',
    'non attender',
    'anxiety',
  ],
  [meets('EXCLUSION-RISK'), 'at risk of exclusion', 'permanent exclusion', 'excluded', 'PEX', 'suspension'],
  [meets('ASC'), 'autism', 'ASD', 'autistic pupil', 'Aspergers', 'ASC'],
  [meets('SPLD'), 'dyslexia', 'SpLD'],
  [meets('SLCN'), 'speech and language', 'SaLT'],
  [meets('HI'), 'deaf'],
  [meets('MEDICAL'), 'medical needs', 'hospital tuition', 'long term illness'],
  [says(/mentor/i), 'mentoring', 'mentor', 'key worker'],
  [says(/counsel|therap/i), 'counselling', 'counsellor', 'therapy', 'therapist', 'art therapy', 'play therapist'],
  [says(/psycholog/i), 'ed psych', 'EP', 'educational psychologist'],
  [says(/woodland|coast|bushcraft|outdoor/i), 'forest school', 'outdoor education', 'bushcraft'],
  [says(/equine|farm|animal/i), 'horses', 'animals', 'horse riding'],
  [says(/motor/i), 'mechanics', 'motor vehicle', 'garage'],
  [says(/construction/i), 'construction', 'bricklaying', 'carpentry'],
  [says(/hair/i), 'hairdressing', 'beauty'],
  [says(/catering/i), 'cooking', 'catering', 'chef'],
  [says(/maths|core|tui?t/i), 'maths', 'maths tutor', 'numeracy', 'GCSE maths'],
  [says(/tuition|tutor/i), 'tuition', 'tutor', 'home tuition', '1:1 tuition'],
  [at('online'), 'online', 'online school', 'virtual lessons'],
  [says(/teacher/i), 'supply teacher', 'outreach teacher'],
  [says(/vocational|skills/i), 'vocational', 'employability'],
  // Places, alone and beside what is wanted.
  [within(8), 'Weymouth', 'Dorchester', 'DT11', 'near Wareham'],
  [both(says(/mentor/i), within(25)), 'mentoring Weymouth', 'mentor in Blandford', 'mentoring near Bridport'],
  [both(says(/tuition|tutor/i), within(25)), 'tuition Dorchester', 'home tuition in Bridport', 'tutor DT6'],
  [both(says(/therap|counsel/i), within(25)), 'therapy Shaftesbury', 'counselling, Wimborne'],
  // Slips of the finger, in words and in towns.
  [says(/mentor/i), 'mentring', 'mentorring'],
  [says(/counsel|therap/i), 'counseling', 'therpay', 'counselor'],
  [meets('ASC'), 'autsim', 'autisum'],
  [says(/tuition|tutor/i), 'tution'],
  [says(/woodland|coast|bushcraft|outdoor/i), 'forrest school', 'bushcaft'],
  [says(/motor/i), 'mecanics', 'motor vehicel'],
  [says(/hair/i), 'hairdresing'],
  [within(8), 'Weymoth', 'Dorchestor'],
  [both(says(/mentor/i), within(25)), 'mentoring Weymoth'],
];

test('E8: whatever people call it, the first five results are that: for nine phrases of ten, and none finds nothing', async () => {
  const search = sampleDirectory();
  const asked = phrases.flatMap(([fits, ...texts]) => texts.map((text) => ({ fits, text })));
  const found = await Promise.all(asked.map(async ({ fits, text }) => ({ text, fits, top: (await search(text)).items.slice(0, 5) })));
  const missed = found.filter(({ fits, top }) => top.length === 0 || !top.every(fits));
  const told = missed.map(
    ({ text, top }) => `${text}: ${top.map(({ name, distance }) => `${name} ${distance ?? ''}`).join(', ') || 'nothing'}`,
  );
  expect(found.length).toBeGreaterThanOrEqual(80);
  expect(missed.filter(({ top }) => top.length === 0).map(({ text }) => text)).toEqual([]);
  expect(told.slice(Math.floor(found.length / 10))).toEqual([]);
});
