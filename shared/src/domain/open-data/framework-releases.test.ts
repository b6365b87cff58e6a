import { aLot, aProvider } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { providerStatuses } from '../register/provider.ts';
import { anAwardThatIs, proposeAward } from '../tenders/award/award.fixture.ts';
import { aFrameworkThatIs, elsewhere } from '../tenders/framework/framework.fixture.ts';
import { type FrameworkTender, toFrameworkInUse } from '../tenders/framework/framework-tender.ts';
import type { FrameworkFile } from './framework-file.ts';
import { frameworkReleases } from './framework-releases.ts';
import { aPolicy, aRoundThatIs, handEnteredFramework, ledFramework, lengthHash } from './open-data.fixture.ts';

const releases = (file: FrameworkFile) => frameworkReleases(file, lengthHash);
const tags = (file: FrameworkFile) => releases(file).map(({ date, tag, tender }) => [date, tag.join(' '), tender?.status]);
const led = (tender: FrameworkTender, told: Partial<FrameworkFile> = {}) =>
  ledFramework({ tender, framework: toFrameworkInUse(tender), ...told });

describe('row 74: a framework as releases of the standard', () => {
  test('is told from its first day to its agreements, each release under the tag of what happened', () => {
    expect(tags(ledFramework())).toEqual([
      ['2026-12-01T09:00:00Z', 'tender', 'active'],
      ['2026-12-31T12:00:00Z', 'tenderUpdate', 'complete'],
      ['2027-02-01T00:00:00Z', 'award', undefined],
      ['2027-02-11T00:00:00Z', 'awardUpdate', undefined],
    ]);
  });

  test('states what R29 asks for: value, term, lots, who may buy, how call-offs are made', () => {
    expect(releases(ledFramework())[0]).toMatchObject({
      ocid: 'ocds-abc123-AP-2027',
      initiationType: 'tender',
      language: 'en',
      parties: [{ id: 'GB-LAE-EXA', name: 'Example Council', roles: ['procuringEntity'] }],
      tender: {
        id: 'AP-2027',
        title: 'Alternative provision 2027',
        description: 'Alternative provision for children of school age, in two lots.',
        procuringEntity: { id: 'GB-LAE-EXA', name: 'Example Council' },
        value: { amount: 4_000_000, currency: 'GBP' },
        procurementMethod: 'selective',
        procurementMethodDetails: 'Procurement Act 2023, light touch contract',
        mainProcurementCategory: 'services',
        awardCriteria: 'ratedCriteria',
        awardCriteriaDetails: 'One competition, scored for quality and price in each lot.',
        tenderPeriod: { startDate: '2026-12-01T09:00:00Z', endDate: '2026-12-31T12:00:00Z' },
        contractPeriod: { startDate: '2027-04-01T00:00:00Z', endDate: '2031-03-31T23:59:59Z' },
        lots: [{ id: 'AP-2027-1', title: 'Lot 1' }, { id: 'AP-2027-2' }],
        techniques: {
          hasFrameworkAgreement: true,
          frameworkAgreement: { method: 'withAndWithoutReopeningCompetition', buyerCategories: 'Maintained school; Academy' },
        },
      },
    });
  });

  test('tells each award lot by lot: pending from its notice, active from the last signature', () => {
    const [, , announced, concluded] = releases(ledFramework());
    expect(announced?.awards).toEqual([
      {
        id: 'AW-P-0042-DN608441-AP-2027-1-AP-2027-2-AP-2027-1',
        title: 'Lot 1: Blackmore Vale',
        status: 'pending',
        date: '2027-01-20T00:00:00Z',
        suppliers: [{ id: 'GB-COH-01234567', name: 'Blackmore Vale' }],
        contractPeriod: { startDate: '2027-04-01T00:00:00Z', endDate: '2031-03-31T23:59:59Z' },
        relatedLots: ['AP-2027-1'],
      },
      expect.objectContaining({ title: 'Lot 2: Blackmore Vale', relatedLots: ['AP-2027-2'] }),
    ]);
    expect(concluded?.awards?.map(({ status }) => status)).toEqual(['active', 'active']);
    expect(concluded?.parties[1]?.identifier).toEqual({ scheme: 'GB-COH', id: '01234567', legalName: 'Blackmore Vale Provision Limited' });
  });

  test('of an award that came out of a round, the decision was its approval here', () => {
    const award = anAwardThatIs('standstill', proposeAward());
    const [, , announced, ...later] = releases(ledFramework({ awards: [award], providers: [] }));
    expect(later).toEqual([]);
    expect(announced?.awards?.map(({ date }) => date)).toEqual(['2027-01-28T00:00:00Z']);
    // The provider is not in the register yet: the award has its name.
    expect(announced?.parties[1]).toEqual({ id: 'P-0042', name: 'Blackmore Vale', roles: ['supplier'] });
  });

  test('what no line of an award records has no day: neither its approval nor its setting aside', () => {
    const award = { ...anAwardThatIs('standstill', proposeAward()), history: [] };
    const [, , announced] = releases(ledFramework({ awards: [award] }));
    expect(announced?.awards?.[0]).not.toHaveProperty('date');
    const setAside = { ...award, status: 'set-aside' as const };
    expect(tags(ledFramework({ awards: [setAside], providers: [] })).map(([, tag]) => tag)).toEqual(['tender', 'tenderUpdate', 'award']);
  });

  test('an award that was agreed on the day of its notice is told as it stands at the end of that day', () => {
    const award = anAwardThatIs('countersigned');
    const agreement = { ...award.agreement!, countersignedOn: award.standstill!.noticePublishedOn };
    const [, , only, ...later] = releases(ledFramework({ awards: [{ ...award, agreement }] }));
    expect(later).toEqual([]);
    expect([only?.tag, only?.awards?.map(({ status }) => status)]).toEqual([
      ['award', 'awardUpdate'],
      ['active', 'active'],
    ]);
  });

  test('tells nothing of an award before its notice, and nothing of one that was rejected', () => {
    for (const status of ['proposed', 'approved'] as const) {
      const file = ledFramework({ awards: [anAwardThatIs(status)] });
      expect(tags(file).map(([, tag]) => tag)).toEqual(['tender', 'tenderUpdate']);
      expect(JSON.stringify(releases(file))).not.toContain('P-0042');
    }
    const announced = anAwardThatIs('standstill');
    for (const status of ['proposed', 'rejected'] as const)
      expect(tags(ledFramework({ awards: [{ ...announced, status }] })).map(([, tag]) => tag)).toEqual(['tender', 'tenderUpdate']);
  });

  test('an award that was set aside after its notice is cancelled; before its notice nobody was told of it', () => {
    const announced = anAwardThatIs('standstill');
    const line = { at: '2027-02-03T10:30:00.500Z', by: 'Cora Winfrith', what: 'Set aside' };
    const file = ledFramework({ awards: [{ ...announced, status: 'set-aside', history: [...announced.history, line] }] });
    expect(tags(file).slice(2)).toEqual([
      ['2027-02-01T00:00:00Z', 'award', undefined],
      ['2027-02-03T10:30:00Z', 'awardCancellation', undefined],
    ]);
    expect(releases(file).at(-1)?.awards?.[0]?.status).toBe('cancelled');
    const unannounced = { ...anAwardThatIs('approved'), status: 'set-aside' as const };
    expect(tags(ledFramework({ awards: [unannounced] })).map(([, tag]) => tag)).not.toContain('awardCancellation');
  });

  test('a plan is told as planning, with no award though there be one', () => {
    const tender = aFrameworkThatIs('coming');
    expect(tags(led(tender, { rounds: [] }))).toEqual([['2026-11-26T10:00:00Z', 'planning', 'planned']]);
    const cancelled: FrameworkTender = { ...tender, status: 'cancelled' };
    expect(tags(led(cancelled, { rounds: [aRoundThatIs('draft')], awards: [] }))).toEqual([
      ['2026-11-26T10:00:00Z', 'planningUpdate', 'cancelled'],
    ]);
    for (const status of ['coming', 'cancelled'] as const) {
      const byHand = handEnteredFramework();
      expect(releases({ ...byHand, framework: { ...byHand.framework, status } })).toEqual([]);
    }
  });

  test('an open one is told as it is, and a cancelled one by what ended it', () => {
    const open = aFrameworkThatIs('open');
    expect(tags(led(open, { rounds: [aRoundThatIs('open')], awards: [] }))).toEqual([['2026-12-01T09:00:00Z', 'tender', 'active']]);
    const line = { at: '2026-12-20T09:00:00Z', by: 'Cora Winfrith', what: 'Cancelled', comment: 'The need has changed.' };
    const cancelled: FrameworkTender = {
      ...open,
      status: 'cancelled',
      cancelledBecause: 'The need has changed.',
      history: [...open.history, line],
    };
    const file = led(cancelled, { rounds: [aRoundThatIs('closed')], awards: [] });
    expect(tags(file)).toEqual([
      ['2026-12-01T09:00:00Z', 'tender', 'active'],
      ['2026-12-20T09:00:00Z', 'tenderCancellation', 'cancelled'],
    ]);
    expect(JSON.stringify(releases(file))).not.toContain('The need has changed');
  });

  test('what no round and no line records is not told of one that was cancelled or is planned', () => {
    const byPortal = aFrameworkThatIs('open', { competition: elsewhere });
    const cancelled: FrameworkTender = { ...byPortal, status: 'cancelled' };
    expect(tags(led(cancelled, { rounds: [], awards: [] })).map(([, tag]) => tag)).toEqual(['tenderCancellation']);
    expect(tags(led({ ...aFrameworkThatIs('coming'), history: [] }, { rounds: [] }))).toEqual([]);
    const byHand = handEnteredFramework({ rounds: [aRoundThatIs('closed')], providers: [] });
    expect(tags({ ...byHand, framework: { ...byHand.framework, status: 'cancelled' } })).toEqual([
      ['2026-12-01T09:00:00Z', 'tender', 'active'],
    ]);
  });

  test('rounds are one time of tendering, from the first that opened to the last that closed; a draft is none of them', () => {
    const round = aRoundThatIs('closed');
    const long = { ...round, ref: 'RD-1', closesAt: '2027-02-05T12:00:00Z' };
    const later = { ...round, ref: 'RD-2', opensAt: '2026-12-10T09:00:00Z' };
    const draft = { ...aRoundThatIs('draft'), ref: 'RD-3', opensAt: '2026-11-01T09:00:00Z', closesAt: '2028-01-01T12:00:00Z' };
    for (const rounds of [
      [long, later, draft],
      [draft, later, long],
    ]) {
      const file = ledFramework({ rounds });
      expect(releases(file)[0]?.tender?.tenderPeriod).toEqual({ startDate: '2026-12-01T09:00:00Z', endDate: '2027-02-05T12:00:00Z' });
      // The last round closed after the first award: what happened is told in the order of its days.
      expect(tags(file).map(([date, tag]) => [date?.slice(0, 10), tag])).toEqual([
        ['2026-12-01', 'tender'],
        ['2027-02-01', 'award'],
        ['2027-02-05', 'tenderUpdate'],
        ['2027-02-11', 'awardUpdate'],
      ]);
      expect(releases(file)[2]).not.toHaveProperty('awards');
    }
  });

  test('one that takes more providers is open for tenders to its last day', () => {
    const tender = aFrameworkThatIs('live', { kind: 'open' });
    const file = led(tender);
    expect(tags(file)[0]).toEqual(['2026-12-01T09:00:00Z', 'tender', 'active']);
    expect(tags(file).map(([, tag]) => tag)).not.toContain('tenderUpdate');
    expect(releases(file)[0]?.tender?.tenderPeriod?.endDate).toBe('2031-03-31T23:59:59Z');
    const expired: FrameworkTender = { ...tender, status: 'expired' };
    expect(tags(led(expired))[1]).toEqual(['2026-12-31T12:00:00Z', 'tenderUpdate', 'complete']);
  });

  test('of one that was let on a portal, the tender is told on the day on which it closed there', () => {
    const tender = aFrameworkThatIs('live', { competition: elsewhere, termReason: 'Buildings must be adapted.' });
    const file = led(tender, { rounds: [] });
    expect(tags(file)[0]).toEqual(['2026-07-31T11:00:00Z', 'tender', 'complete']);
    expect(releases(file)[0]?.tender?.techniques?.frameworkAgreement.periodRationale).toBe('Buildings must be adapted.');
    const takesMore = led(aFrameworkThatIs('live', { competition: elsewhere, kind: 'open' }), { rounds: [] });
    expect(tags(takesMore)[0]).toEqual(['2026-07-31T11:00:00Z', 'tender', 'active']);
  });

  test('of one that was entered by hand, the register speaks: its providers are told on its first day, by no date of decision', () => {
    const [only, ...others] = releases(handEnteredFramework());
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      date: '2026-09-01T00:00:00Z',
      tag: ['tender', 'award'],
      tender: { status: 'complete', value: { amount: 12_000_000.5 }, lots: [{ description: 'Days out of school.' }] },
    });
    expect(only?.awards).toEqual([
      {
        id: 'P-0001-AP-2026-1',
        title: 'Engagement: Blackmore Vale',
        status: 'active',
        suppliers: [{ id: 'GB-EDU-113855', name: 'Blackmore Vale' }],
        contractPeriod: { startDate: '2026-09-01T00:00:00Z', endDate: '2030-08-31T23:59:59Z' },
        relatedLots: ['AP-2026-1'],
      },
    ]);
    expect(only?.awards?.[0]).not.toHaveProperty('date');
    for (const unknown of ['description', 'tenderPeriod', 'awardCriteria']) expect(only?.tender).not.toHaveProperty(unknown);
    expect(releases(handEnteredFramework({ lots: [aLot()] }))[0]?.tender?.lots?.[0]).not.toHaveProperty('description');
    const without = handEnteredFramework();
    const bare = { ...without.framework, maxValue: undefined, permittedBases: [], eligibleBuyerTypes: [] };
    const tender = releases({ ...without, framework: bare })[0]?.tender;
    expect(tender).not.toHaveProperty('value');
    expect(tender?.techniques?.frameworkAgreement).toEqual({ method: 'withReopeningCompetition', buyerCategories: 'None' });
  });

  test('the register tells of who is on a lot while it is in use and after it has expired, and of nobody who was removed', () => {
    const toldIn = (status: FrameworkFile['framework']['status']) => {
      const file = handEnteredFramework({ providers: providerStatuses.map((each) => aProvider({ ref: `P-${each}`, status: each })) });
      const all = releases({ ...file, framework: { ...file.framework, status } });
      return all.flatMap(({ awards = [] }) => awards.map(({ id }) => id));
    };
    const onLot = ['P-active-AP-2026-1', 'P-awarded-AP-2026-1', 'P-paused-AP-2026-1', 'P-suspended-AP-2026-1'];
    expect(toldIn('live')).toEqual(onLot);
    expect(toldIn('expired')).toEqual(onLot);
    for (const status of ['coming', 'open', 'cancelled'] as const) expect(toldIn(status)).toEqual([]);
  });

  test('awards of one day stand by their ids, in whatever order the register has them', () => {
    const refs = ['P-0003', 'P-0001', 'P-0002'];
    for (const came of [refs, [...refs].reverse()]) {
      const [only] = releases(handEnteredFramework({ providers: came.map((ref) => aProvider({ ref })) }));
      expect(only?.awards?.map(({ id }) => id)).toEqual(['P-0001-AP-2026-1', 'P-0002-AP-2026-1', 'P-0003-AP-2026-1']);
    }
  });

  test('a provider has the identifier of the best register that it is in; one of none has ours', () => {
    const idOf = (told: Parameters<typeof aProvider>[0]) =>
      releases(handEnteredFramework({ providers: [aProvider(told)] }))[0]?.parties[1]?.id;
    expect(idOf({ companyNumber: '7', urn: '8', ukprn: '9' })).toBe('GB-COH-7');
    expect(idOf({ urn: '8', ukprn: '9' })).toBe('GB-EDU-8');
    expect(idOf({ ukprn: '9' })).toBe('GB-UKPRN-9');
    expect(idOf({})).toBe('P-0001');
  });

  test('the authority has the identifier of the publisher where it is the publisher, and one of ours otherwise', () => {
    const party = (publisher: ReturnType<typeof aPolicy>['publisher']) =>
      releases(handEnteredFramework({ policy: aPolicy({ publisher }) }))[0]?.parties[0];
    const authority = (publisher: ReturnType<typeof aPolicy>['publisher']) => party(publisher)?.id;
    expect(party({ name: 'Example Council', scheme: 'GB-LAE', uid: 'EXA' })).toEqual({
      id: 'GB-LAE-EXA',
      name: 'Example Council',
      identifier: { scheme: 'GB-LAE', id: 'EXA', legalName: 'Example Council' },
      roles: ['procuringEntity'],
    });
    expect(authority({ name: 'Example Council' })).toBe('AP-2026-authority');
    expect(authority({ name: 'Another Council', scheme: 'GB-LAE', uid: 'ANO' })).toBe('AP-2026-authority');
  });

  test('a release that tells something else has another id', () => {
    const id = (file: FrameworkFile) => releases(file)[0]?.id;
    expect(id(ledFramework())).toBe(id(ledFramework()));
    // Of a long hash the first eight letters or digits do.
    expect(frameworkReleases(ledFramework(), () => '0123456789abcdef')[0]?.id).toBe('ocds-abc123-AP-2027-2026-12-01-tender-01234567');
    expect(id(led(aFrameworkThatIs('live', { name: 'Alternative provision from 2027' })))).not.toBe(id(ledFramework()));
  });

  test('a lot that ends before its framework says so', () => {
    const file = ledFramework();
    const [first] = file.lots;
    const lots = [{ ...first!, expiresOn: localDate('2029-07-31') }];
    expect(releases({ ...file, lots })[0]?.tender?.lots?.[0]?.contractPeriod.endDate).toBe('2029-07-31T23:59:59Z');
    expect(releases({ ...file, lots })[2]?.awards?.map(({ contractPeriod }) => contractPeriod?.endDate)).toEqual([
      '2029-07-31T23:59:59Z',
      '2031-03-31T23:59:59Z',
    ]);
  });
});
