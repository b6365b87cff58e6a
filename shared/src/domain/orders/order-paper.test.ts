import { localDate } from '../local-date.ts';
import { pence } from '../money.ts';
import { type OrderOnPaper, orderPaper } from './order-paper.ts';

const order = (told: Partial<OrderOnPaper> = {}): OrderOnPaper => ({
  ref: 'CO-1',
  number: 'AP-000042',
  madeAt: '2026-11-24T09:00:00Z',
  frameworkName: 'Alternative provision 2026',
  lotName: 'Engagement',
  buyerName: 'Stour Vale School',
  provider: { name: 'Bramley Vale Centre' },
  serviceName: 'Day programme',
  pupilRef: 'P-0147',
  parts: [{ from: localDate('2027-01-12'), to: localDate('2027-03-18'), pattern: { days: ['tue'], sessions: 'both', hoursPerDay: 5 } }],
  unit: 'day',
  unitPrice: pence(8_000),
  unitsSentence: '9 weeks x 1 day = 9 days',
  vatBasisPoints: 0,
  net: pence(72_000),
  vat: pence(0),
  gross: pence(72_000),
  payer: 'school',
  billTo: 'Finance office',
  award: ['It is the lowest price that meets the need.'],
  contact: { name: 'Sena Coombe', email: 'sena.coombe@school.example' },
  noticeSchoolDays: 5,
  terms: { noticeHours: 24, withoutNotice: 'whole' },
  ...told,
});
const factOf = (label: string, told: Partial<OrderOnPaper> = {}): string | undefined =>
  orderPaper(order(told))
    .sections.flatMap(({ facts }) => facts)
    .find((fact) => fact.label === label)?.value;

test.each([
  ['VAT', { vatTreatment: 'not-registered' as const }, 'No VAT: the provider is not registered'],
  ['VAT', { vatTreatment: 'exempt-education' as const }, 'No VAT: exempt as education'],
  ['VAT', {}, 'No VAT is added'],
  ['VAT at 20%', { vatTreatment: 'standard-rated' as const, vatBasisPoints: 2_000, vat: pence(14_400), gross: pence(86_400) }, '£144.00'],
])('R38: on an order\'s paper "%s" of %j is said as "%s": never as a rate of nought', (label, told, said) => {
  expect(factOf(label, told)).toBe(said);
  expect(factOf('VAT at 0%', told)).toBeUndefined();
});

test('row 44: both totals, and whom to ring, stand on the paper; a part that nobody knows is left out', () => {
  expect([factOf('Without VAT'), factOf('With VAT')]).toEqual(['£720.00', '£720.00']);
  expect(factOf('At the school')).toBe('Sena Coombe, sena.coombe@school.example');
  expect(factOf('At the council')).toBe('The commissioning team');
  expect(factOf('Let by')).toBeUndefined();
});

test("R7: an order's paper says that the pupil stays on the register of their school", () => {
  expect(orderPaper(order()).sections.flatMap(({ text }) => text ?? [])).toContain(
    'The pupil stays on the admission register of their school, which stays responsible for them.',
  );
});

test('R30: why the order went to this provider stands on the paper, and nothing where units of a block purchase were drawn', () => {
  const whyOf = (told: Partial<OrderOnPaper>) => orderPaper(order(told)).sections.find(({ title }) => title === 'Why this provider')?.text;
  expect(whyOf({})).toEqual(['It is the lowest price that meets the need.']);
  expect(whyOf({ award: [], blockRef: 'BP-0001' })).toBeUndefined();
});
