import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
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

test('says why this provider only where that was proved', () => {
  const titles = (told: Partial<OrderOnPaper>) => orderPaper(order(told)).sections.map(({ title }) => title);
  expect(titles({})).toContain('Why this provider');
  expect(titles({ award: [] })).toEqual(titles({}).filter((title) => title !== 'Why this provider'));
});

test('says on which day it was made', () => expect(factOf('Order made')).toBe('24 November 2026'));

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

describe('row 44: the whole paper', () => {
  const titles = (told: Partial<OrderOnPaper> = {}) => orderPaper(order(told)).sections.map(({ title }) => title);
  const section = (title: string, told: Partial<OrderOnPaper> = {}) =>
    orderPaper(order(told)).sections.find((each) => each.title === title);

  test('has these sections, of which those with facts alone have no text, and the other way about', () => {
    expect(orderPaper(order()).title).toBe('Order AP-000042');
    expect(titles()).toEqual([
      'Contract and parties',
      'Why this provider',
      'Plan',
      'Price and payment',
      'What is charged',
      'Changes and notice',
      'Whom to ring',
    ]);
    expect(titles({ award: [] })).not.toContain('Why this provider');
    for (const title of ['Why this provider', 'What is charged', 'Changes and notice']) expect(section(title)?.facts).toEqual([]);
    expect(section('Whom to ring')?.text).toEqual([]);
  });

  test('names the contract and both parties, and the pupil by the reference of the school alone (R40)', () => {
    const facts = [
      { label: 'Contract', value: 'Alternative provision 2026, lot Engagement' },
      { label: 'Ordered by', value: 'Stour Vale School' },
      { label: 'Provider', value: 'Bramley Vale Centre' },
      { label: 'Service', value: 'Day programme' },
      { label: 'Order made', value: '24 November 2026' },
      { label: 'Request', value: 'CO-1' },
      { label: "The school's reference for the pupil", value: 'P-0147' },
    ];
    expect(section('Contract and parties')?.facts).toEqual(facts);
    const [contract, ...others] = section('Contract and parties', { authority: 'Example Council' })?.facts ?? [];
    expect([contract, ...others]).toEqual([facts[0], { label: 'Let by', value: 'Example Council' }, ...facts.slice(1)]);
    expect(section('Contract and parties')?.text).toHaveLength(2);
  });

  test('names the legal person behind the provider where it has another name', () => {
    const name = 'Bramley Vale Centre';
    expect(factOf('Provider', { provider: { name, legalName: name } })).toBe(name);
    expect(factOf('Provider', { provider: { name, legalName: 'Bramley Limited' } })).toBe('Bramley Vale Centre (Bramley Limited)');
  });

  test('lists each part of the plan with its days, and how the units are counted', () => {
    expect(section('Plan')).toEqual({
      title: 'Plan',
      facts: [
        { label: '12 January 2027 to 18 March 2027', value: 'Tuesday, whole days, 5 hours a day' },
        { label: 'How it is counted', value: '9 weeks x 1 day = 9 days' },
      ],
      text: ['Nothing is taught on days that are no school days by the term dates of the school.'],
    });
  });

  test('says the price, who pays and where the invoice goes', () => {
    const facts = [
      { label: 'Price', value: '£80.00 per day, without VAT: fixed for this order' },
      { label: 'Without VAT', value: '£720.00' },
      { label: 'VAT', value: 'No VAT is added' },
      { label: 'With VAT', value: '£720.00' },
      { label: 'Who pays', value: 'The school' },
      { label: 'Invoice to', value: 'Finance office' },
      { label: 'Quote on each invoice', value: 'Order AP-000042, the days and the units' },
    ];
    expect(section('Price and payment')?.facts).toEqual(facts);
    expect(section('Price and payment', { costCode: 'AP-12' })?.facts).toEqual([
      ...facts.slice(0, 6),
      { label: 'Cost code', value: 'AP-12' },
      ...facts.slice(6),
    ]);
  });

  test('says of units that were drawn that they are owed by their block purchase', () => {
    const [invoice, ...others] = section('Price and payment')?.text ?? [];
    expect(invoice).toMatch(/^Invoice after the days that are charged/);
    expect(others).toEqual([]);
    expect(section('Price and payment', { blockRef: 'BP-0001' })?.text).toEqual([
      'Block purchase BP-0001: its units are owed there, and nothing is owed a second time.',
      invoice,
    ]);
  });

  test.each([
    ['whole', 'is charged whole'],
    ['half', 'is charged at half'],
    ['nothing', 'is not charged'],
  ] as const)('says that a session missed without notice, of which %s is owed, %s', (withoutNotice, said) => {
    expect(section('What is charged', { terms: { noticeHours: 24, withoutNotice } })?.text[1]).toBe(
      `A session that the pupil missed ${said}, unless the school told the provider at least 24 hours before it began: then it is not charged.`,
    );
  });

  test('says what is charged and how it ends; of a price per week that it is charged whole', () => {
    const weekly = 'The price is per week: a week in which anything is charged is charged whole.';
    const daily = section('What is charged')?.text ?? [];
    expect(daily).toHaveLength(3);
    expect(section('What is charged', { unit: 'week' })?.text).toEqual([...daily, weekly]);
    expect(section('Changes and notice')?.text).toEqual([
      'The school or the provider ends the placement with 5 school days of notice. It is ended at once to keep the pupil safe, or where both agree.',
      'Another pattern, more days or an extension is agreed with the school first, at the same price.',
    ]);
  });

  test.each([
    [{ phone: '01258 000000', email: 'orders@bramley.example' }, '01258 000000, orders@bramley.example'],
    [{ phone: '01258 000000' }, '01258 000000'],
    [{ email: 'orders@bramley.example' }, 'orders@bramley.example'],
    [{}, 'Bramley Vale Centre'],
  ])('of the provider it says how to reach it, as far as it is known: %j', (known, said) => {
    expect(factOf('At the provider', { provider: { name: 'Bramley Vale Centre', ...known } })).toBe(said);
  });

  test('names the phone of the commissioning team', () => {
    expect(factOf('At the council', { teamPhone: '01305 000000' })).toBe('The commissioning team, 01305 000000');
  });
});
