import { councilTenantId, outsideTenantId, sampleAcademyRef, sampleSchoolRef, schoolTenantId } from '@ap/local/sample/ids';
import { samplePeople } from '@ap/local/sample/people';
import { eligibleApprovers } from '@ap/shared/domain/approvals/approval-policy';
import { type LocalDate, localDate } from '@ap/shared/domain/days/local-date';
import { parseTermDates } from '@ap/shared/domain/days/term-dates';
import { pence } from '@ap/shared/domain/money/money';
import type { Membership } from '@ap/shared/domain/people/membership';
import { qaStanding } from '@ap/shared/domain/quality/qa-check';
import { mayBuy } from '@ap/shared/domain/register/buyer';
import { deliveryModes } from '@ap/shared/domain/register/service';
import { listingOf } from '@ap/shared/domain/register/service-may-be-ordered';
import { buyerMembers, toMembership } from '@ap/shared/lists/buyer-members';
import { buyers, toBuyer } from '@ap/shared/lists/buyers';
import { decodeFields } from '@ap/shared/lists/codec';
import { events, toEvent } from '@ap/shared/lists/events';
import { frameworks, toFramework } from '@ap/shared/lists/frameworks';
import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import { lots, toLot } from '@ap/shared/lists/lots';
import { notices, toNotice } from '@ap/shared/lists/notices';
import { providerSites } from '@ap/shared/lists/provider-sites';
import { providers, toProvider } from '@ap/shared/lists/providers';
import { qaChecks, toQaCheck } from '@ap/shared/lists/qa-checks';
import { rateCards, toRate } from '@ap/shared/lists/rate-cards';
import { services, toService } from '@ap/shared/lists/services';
import { settings } from '@ap/shared/lists/settings';
import { surveys, toSurvey } from '@ap/shared/lists/surveys';
import { readDataCsv } from '../read-csv.ts';
import { type ListRows, sampleRegister } from './sample-register.ts';

const schools = readDataCsv('dorset-schools.csv');
const make = (today: LocalDate, seed = 'ap'): readonly ListRows[] =>
  sampleRegister({ seed, today, schools, councilTenantId, people: samplePeople });
const today = localDate('2026-11-24');
const register = make(today);

/** The rows of a list, read back through the schema as the product reads them. */
const read = <L extends ListDefinition>(list: L, from = register): readonly Fields<L>[] =>
  (from.find(({ list: title }) => title === list.title)?.rows ?? []).map((row) => {
    const decoded = decodeFields(list, row);
    if (!decoded.ok) throw new Error(`${list.title} ${String(row.Title)}: ${JSON.stringify(decoded.issues)}`);
    return decoded.fields;
  });

const facts = {
  frameworks: read(frameworks).map(toFramework),
  lots: read(lots).map(toLot),
  providers: read(providers).map(toProvider),
  services: read(services).map(toService),
  rates: read(rateCards).map(toRate),
  checks: read(qaChecks).map(toQaCheck),
  buyers: read(buyers).map(toBuyer),
  members: read(buyerMembers)
    .map(toMembership)
    .filter((member): member is Membership => member !== undefined),
};

const listingFacts = (serviceRef: string) => {
  const service = facts.services.find(({ ref }) => ref === serviceRef);
  const lot = facts.lots.find(({ key }) => key === service?.lotKey);
  return {
    service,
    lot,
    framework: facts.frameworks.find(({ ref }) => ref === lot?.frameworkRef),
    provider: facts.providers.find(({ ref }) => ref === service?.providerRef),
    standing: undefined,
    qaChecks: facts.checks,
    rates: facts.rates,
  };
};

describe('the sample register', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    expect(JSON.stringify(make(today))).toBe(JSON.stringify(register));
    expect(JSON.stringify(make(today, 'other'))).not.toBe(JSON.stringify(register));
  });

  it('was written before the day on which it is filled in, at whatever hour that is: nothing that a record has to send lies in the future', () => {
    const made = [...JSON.stringify(register).matchAll(/\\?"madeAt\\?":\\?"([^"\\]+)/g)].map(([, at = '']) => at);
    expect(made.length).toBeGreaterThan(7);
    expect(made.filter((at) => at >= today)).toEqual([]);
  });

  it('has a unique title in every row', () => {
    for (const { list, rows } of register)
      expect([list, new Set(rows.map(({ Title }) => String(Title).toLowerCase())).size]).toEqual([list, rows.length]);
  });

  it('has at least sixty providers and 240 services, on all four lots and in every delivery mode', () => {
    expect(facts.providers.length).toBeGreaterThanOrEqual(60);
    expect(facts.services.length).toBeGreaterThanOrEqual(240);
    for (const number of [1, 2, 3, 4])
      expect(facts.services.filter(({ lotKey }) => lotKey === `AP-2026-${number}`).length).toBeGreaterThan(30);
    expect(new Set(facts.services.map(({ deliveryMode }) => deliveryMode))).toEqual(new Set(deliveryModes));
  });

  it('places every site in an outcode of the schools, and every service that has a place at a site of its provider', () => {
    const outcodes = new Set(schools.map(({ outcode }) => outcode));
    const sites = read(providerSites);
    for (const site of sites) expect(outcodes).toContain(site.Outcode);
    for (const { siteRef, providerRef } of facts.services.filter(({ siteRef }) => siteRef !== undefined))
      expect(sites.find(({ Title }) => Title === siteRef)?.ProviderRef).toBe(providerRef);
  });

  it('carries the framework of 2018 as it was, and a live one of the same shape', () => {
    expect(facts.frameworks.map(({ ref, status, liveFrom, expiresOn }) => [ref, status, liveFrom, expiresOn])).toEqual([
      ['AP-2018', 'expired', '2018-09-01', '2022-08-31'],
      ['AP-2026', 'live', '2026-09-01', '2030-08-31'],
      // It takes applications.
      ['TP-2027', 'open', '2027-09-01', '2031-08-31'],
    ]);
    const names = (framework: string) => facts.lots.filter(({ frameworkRef }) => frameworkRef === framework).map(({ name }) => name);
    expect(names('AP-2018')).toEqual([
      'Engagement & Reengagement',
      'Therapeutic & Counselling',
      'Educational Provision & Employability',
      'Teaching',
    ]);
    expect(names('AP-2026')).toEqual(names('AP-2018'));
  });

  it.each([
    ['2026-08-31', '2025-09-01', '2029-08-31'],
    ['2027-09-01', '2027-09-01', '2031-08-31'],
    ['2028-02-29', '2027-09-01', '2031-08-31'],
  ])('on %s the current framework runs from %s to %s', (day, from, to) => {
    const [, current] = read(frameworks, make(localDate(day))).map(toFramework);
    expect([current?.liveFrom, current?.expiresOn]).toEqual([from, to]);
  });

  it('lists most services, and holds the others for each reason that a school can meet', () => {
    const results = facts.services.map(({ ref }) => listingOf(listingFacts(ref), today));
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.code]));
    expect(new Set(refusals)).toEqual(new Set(['provider-not-active', 'qa-not-current', 'no-live-rate']));
    expect(results.length - refusals.length).toBeGreaterThanOrEqual(220);
    expect(results[0]?.ok).toBe(true);
  });

  it('has checks that are current, due and lapsed, one suspended provider, one double price and one price that ends', () => {
    const states = facts.providers.map(
      ({ ref }) =>
        qaStanding(
          facts.checks.filter(({ providerRef }) => providerRef === ref),
          today,
        ).state,
    );
    const count = (state: string) => states.filter((each) => each === state).length;
    expect([count('due'), count('held')]).toEqual([5, 4]);
    expect(facts.providers.filter(({ status }) => status === 'suspended')).toHaveLength(1);
    expect(facts.rates).toHaveLength(facts.services.length + 1);
    expect(listingOf(listingFacts('S-00050'), today)).toMatchObject({ ok: false, code: 'no-live-rate' });
    expect(listingOf(listingFacts('S-00060'), today).ok).toBe(true);
    expect(listingOf(listingFacts('S-00060'), today, localDate('2027-01-11'))).toMatchObject({ ok: false, code: 'no-live-rate' });
  });

  it('prices in whole pence that come back from a Currency column exactly', () => {
    const raw = register.find(({ list }) => list === 'RateCards')?.rows ?? [];
    facts.rates.forEach((rate, index) => {
      expect(Number.isInteger(rate.price)).toBe(true);
      expect(raw[index]?.Price).toBe(rate.price / 100);
    });
  });

  it('says in every provider, service, price and check that it is invented', () => {
    for (const { legalName, summary } of facts.providers) expect(`${legalName} ${summary}`).toMatch(/\(sample\) Synthetic sample data/);
    for (const { summary } of facts.services) expect(summary).toMatch(/^Synthetic sample data/);
    for (const { approvedBy } of facts.rates) expect(approvedBy).toContain('synthetic sample data');
    for (const { checkedBy, outcome } of facts.checks) if (outcome !== 'scheduled') expect(checkedBy).toContain('synthetic sample data');
  });

  it('uses addresses, phones and numbers that nobody has', () => {
    for (const { email, phone, website, ukprn, companyNumber } of facts.providers) {
      expect(email).toMatch(/@[a-z-]+\.example$/);
      expect(website).toMatch(/\.example$/);
      expect(phone).toMatch(/^01632 960\d{3}$/);
      for (const number of [ukprn, companyNumber]) if (number !== undefined) expect(number).toMatch(/^99/);
    }
    for (const { person } of facts.members) expect(person.email).toMatch(/\.example$/);
  });

  it('names no pupil: no list of the sample has a column or a word for one', () => {
    expect(register.map(({ list }) => list)).not.toContain('CallOffs');
    expect(JSON.stringify(register)).not.toMatch(/date of birth|\bUPN\b|pupil'?s? name/i);
  });
});

describe('the buyers of the sample', () => {
  const current = facts.frameworks.find(({ status }) => status === 'live')!;
  const typeOf = (ref: string) => facts.buyers.find((buyer) => buyer.ref === ref)?.type;

  it('are the 209 schools of the register and three departments, each with term dates', () => {
    expect(facts.buyers).toHaveLength(212);
    for (const { termDates } of facts.buyers) expect(parseTermDates(JSON.stringify(termDates)).ok).toBe(true);
  });

  it('leave what the register leaves blank unknown, but for forty that say they are assumed', () => {
    expect(facts.buyers.filter(({ type }) => type === 'not-known')).toHaveLength(174 - 40);
    const assumed = read(buyers).filter(({ Note }) => Note === 'assumed for the sample');
    expect(assumed).toHaveLength(40);
    for (const { BuyerType } of assumed) expect(['maintained-school', 'academy']).toContain(BuyerType);
  });

  it('keep independent schools from buying, and everyone of unknown type', () => {
    expect(typeOf('113912')).toBe('independent-school');
    for (const buyer of facts.buyers)
      expect([buyer.type, mayBuy(buyer, current)]).toEqual([buyer.type, !['independent-school', 'not-known'].includes(buyer.type)]);
  });

  it('sign in from the council or, at the academy, from the trust', () => {
    const tenants = (ref: string) => facts.buyers.find((buyer) => buyer.ref === ref)?.tenantIds;
    expect(tenants(sampleSchoolRef)).toEqual([councilTenantId]);
    expect(tenants(sampleAcademyRef)).toEqual([schoolTenantId]);
    expect(facts.buyers.flatMap(({ tenantIds }) => tenantIds)).not.toContain(outsideTenantId);
  });

  it("can have the sample's main request approved by the head teacher, and council money by the council", () => {
    const councilMembers = facts.members.filter(({ buyerRef }) => typeOf(buyerRef) === 'council-department');
    const senco = facts.members.find(({ person }) => person.name === 'Priya Nair')!;
    const approvalFacts = {
      policy: JSON.parse(read(settings)[0]!.Value),
      buyerRef: sampleSchoolRef,
      buyerName: 'The Purbeck School',
      buyerMembers: facts.members.filter(({ buyerRef }) => buyerRef === sampleSchoolRef),
      councilMembers,
    };
    const names = (
      kind: 'buyer' | 'council',
      payer: 'school' | 'ehc-top-up' | 'virtual-school' | 'council-budget' | 'split',
      pounds: number,
    ) => eligibleApprovers(approvalFacts, kind, payer, pence(pounds * 100), senco.person).map(({ name }) => name);
    expect(names('buyer', 'school', 4_000)).toEqual(['Martin Oakes', 'Tom Fairley']);
    expect(names('buyer', 'school', 9_000)).toEqual(['Martin Oakes']);
    expect(names('council', 'ehc-top-up', 9_000)).toEqual(['Daniel Okoro']);
    expect(names('council', 'virtual-school', 9_000)).toEqual(['Ruth Calder']);
    expect(names('council', 'council-budget', 9_000)).toEqual(['Sam Whitcombe']);
  });
});

test('the notice of the sample states what the report of 14 May 2018 states, and makes up nothing of the rest', () => {
  const [notice, ...others] = read(notices).map(toNotice);
  expect([notice?.status, others]).toEqual(['draft', []]);
  for (const fact of [
    'June 2016',
    'May 2017',
    '70%',
    '10%',
    '28 March 2018',
    '4 May 2018',
    'About 50 organisations',
    '1 September 2018',
    '4 years',
  ])
    expect(notice?.body).toContain(fact);
  expect(notice?.body).not.toMatch(/20%|100%|saved/);
});

test('row 66: the events of the sample are the three that the report states, with what it states of each and nothing else', () => {
  expect(
    read(events)
      .map(toEvent)
      .map(({ past, status, audience, bookings, plan }) => [past, status, audience, bookings, plan]),
  ).toEqual([
    [{ held: '2016-06' }, 'over', ['provider'], [], undefined],
    [{ held: '2018-03-28' }, 'over', ['maintained-school', 'academy', 'special-school', 'further-education'], [], undefined],
    [{ held: '2018-05-04', aboutOrganisations: 50 }, 'over', [], [], undefined],
  ]);
});

test('the survey of the sample asks what the request of May 2017 asked, and holds no answer', () => {
  const [survey, ...others] = read(surveys).map(toSurvey);
  expect([survey?.status, others]).toEqual(['draft', []]);
  expect(survey?.questions.map(({ kind }) => kind)).toEqual(['several', 'block-interest', 'services']);
  expect(survey?.questions[0]?.options).toEqual([
    'Therapeutic support',
    'Alternative provision away from the school site',
    'Additional TA time or cover from an agency',
    'Additional teacher time or cover from an agency',
    'Additional Ed Psych or SEN support time',
  ]);
  expect(survey?.body).not.toMatch(/\d+%/);
});
