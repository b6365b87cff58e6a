import { aService, now } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import type { Proposal } from './propose-change.ts';
import { decide, facts, helen, proposal, propose, proposed, provider, refusalOf, service } from './provider-change.fixture.ts';
import type { PlacesEdit, ProfileField } from './provider-change.ts';

const editing = (field: ProfileField, value: string) => refusalOf(propose(proposal({ profile: { [field]: value } })));
const profile = (field: ProfileField) => `/proposal/profile/${field}`;

test('a proposal is kept as the provider sent it, with who sent it, and asks whoever may decide', () => {
  const decision = propose(
    proposal({
      name: ' Pat Green ',
      role: ' manager ',
      profile: { website: ' https://greenway.example ' },
      places: [{ serviceRef: service.ref, free: 8 }],
    }),
  );
  if (!decision.ok) throw new Error(decision.code);
  expect(decision.state).toMatchObject({
    ref: 'PC-1',
    version: 1,
    providerRef: provider.ref,
    providerName: 'Blackmore Vale',
    state: 'proposed',
    proposer: { name: 'Pat Green', role: 'manager' },
    proposedAt: now,
    profile: [{ field: 'website', before: '', after: 'https://greenway.example' }],
    places: [{ serviceRef: service.ref, serviceName: service.name, before: 2, after: 8, asAt: '2026-11-24' }],
    history: [{ at: now, what: 'Change proposed' }],
  });
  expect(decision.state).not.toHaveProperty('vat');
  expect(decision.effects.map(({ kind }) => kind)).toEqual(['record-audit', 'ask-commissioner']);
});

test('what is sent differs in one thing at least, of whatever kind', () => {
  expect(propose(proposal({ profile: { summary: 'Tuition and mentoring.' } })).ok).toBe(true);
  expect(propose(proposal({ places: [{ serviceRef: service.ref, free: 3 }] })).ok).toBe(true);
  expect(propose(proposal({ vat: [{ serviceRef: service.ref, treatment: 'standard-rated' }] })).ok).toBe(true);
  const both = proposal({
    places: [{ serviceRef: service.ref, free: 3 }],
    vat: [{ serviceRef: service.ref, treatment: 'standard-rated' }],
  });
  expect(propose(both).ok).toBe(true);
  expect(refusalOf(propose(proposal()))).toEqual(['nothing-proposed', undefined]);
});

describe('whoever sends it', () => {
  test.each<[Partial<Proposal>, unknown]>([
    [{ name: ' ' }, ['text-required', '/proposal/name']],
    [{ role: '  ' }, ['text-required', '/proposal/role']],
    [{ name: 'n'.repeat(101) }, ['text-too-long', '/proposal/name']],
    [{ role: 'r'.repeat(101) }, ['text-too-long', '/proposal/role']],
    [{ name: 'n'.repeat(100), role: 'r'.repeat(100) }, 'accepted'],
  ])('says who they are: %j', (who, expected) => {
    expect(refusalOf(propose(proposal({ profile: { phone: '01305 555 020' }, ...who })))).toEqual(expected);
  });

  test('is of a provider on the framework', () => {
    expect(refusalOf(propose(proposal(), facts({ provider: undefined })))).toEqual(['provider-not-active', undefined]);
  });
});

describe('the profile', () => {
  test.each<[ProfileField, string, unknown]>([
    ['email', 'new@greenway.example', 'accepted'],
    ['email', '', ['text-required', profile('email')]],
    ['phone', '01305 5550', 'accepted'],
    ['phone', '+44 (1305) 555-020', 'accepted'],
    ['phone', '01305 555', ['text-required', profile('phone')]],
    ['phone', '0'.repeat(20), 'accepted'],
    ['phone', '0'.repeat(21), ['text-required', profile('phone')]],
    ['phone', 'ring 01305 555 020', ['text-required', profile('phone')]],
    ['phone', '01305 555 020 please', ['text-required', profile('phone')]],
    ['phone', '', ['text-required', profile('phone')]],
    ['website', 'https://greenway.example', 'accepted'],
    ['website', 'greenway', ['link-not-allowed', profile('website')]],
    ['website', `https://greenway.example/${'w'.repeat(231)}`, ['link-not-allowed', profile('website')]],
    ['summary', '', ['text-required', profile('summary')]],
    ['summary', 'ab '.repeat(667), 'accepted'],
    ['summary', `${'ab '.repeat(667)}ab`, ['text-too-long', profile('summary')]],
    ['summary', 'Ring 01305 555 020 and ask for the manager.', 'accepted'],
    ['summary', 'Sam, born 3 May 2012, did well.', ['text-names-a-pupil', profile('summary')]],
  ])('%s: %s', (field, value, expected) => expect(editing(field, value)).toEqual(expected));

  test('may lose its website', () => {
    const shown = facts({ provider: { ...provider, website: 'https://greenway.example' } });
    expect(proposed(proposal({ profile: { website: '' } }), shown).profile).toEqual([
      { field: 'website', before: 'https://greenway.example', after: '' },
    ]);
  });
});

describe('free places', () => {
  const telling = (free: number, told: Parameters<typeof aService>[0] = {}) =>
    propose(
      proposal({ places: [{ serviceRef: service.ref, free }] }),
      facts({ services: [aService({ ref: 'S-00009' }), { ...service, ...told }] }),
    );
  const at = '/proposal/places/0/free';
  test.each<[number, Parameters<typeof aService>[0], unknown]>([
    [0, {}, 'accepted'],
    [8, {}, 'accepted'],
    [9, {}, ['number-not-allowed', at]],
    [-1, {}, ['number-not-allowed', at]],
    [500, { placesTotal: undefined }, 'accepted'],
    [501, { placesTotal: undefined }, ['number-not-allowed', at]],
  ])('%s of %j', (free, told, expected) => expect(refusalOf(telling(free, told))).toEqual(expected));

  test('told again are news on another day, and none on the same', () => {
    expect(telling(2, { placesAsAt: localDate('2026-11-23') }).ok).toBe(true);
    expect(refusalOf(telling(2, { placesAsAt: localDate('2026-11-24') }))).toEqual(['nothing-proposed', undefined]);
    expect(telling(3, { placesAsAt: localDate('2026-11-24') }).ok).toBe(true);
  });

  test('are told once of each service', () => {
    const places = [1, 2].map((free) => ({ serviceRef: service.ref, free }));
    expect(refusalOf(propose(proposal({ places })))).toEqual(['service-not-offered', '/proposal/places/1']);
  });

  test('are of services of the provider', () => {
    const places = [
      { serviceRef: service.ref, free: 1 },
      { serviceRef: 'S-99999', free: 1 },
    ];
    expect(refusalOf(propose(proposal({ places })))).toEqual(['service-not-offered', '/proposal/places/1']);
  });
});

describe('R38: VAT', () => {
  const stating = (vat: NonNullable<Proposal['vat']>[number], told: Parameters<typeof aService>[0] = {}) =>
    propose(proposal({ name: ' Pat Green ', role: ' manager ', vat: [vat] }), facts({ services: [{ ...service, ...told }] }));
  const statement = { serviceRef: service.ref, treatment: 'standard-rated' } as const;

  test('is stated by whoever sends it, today, beside what was stated before', () => {
    const vatOf = (decision: ReturnType<typeof stating>) => decision.ok && decision.state.vat;
    const kept = {
      serviceRef: service.ref,
      serviceName: service.name,
      after: 'standard-rated',
      statedBy: 'Pat Green, manager',
      statedOn: '2026-11-24',
    };
    expect(vatOf(stating(statement))).toStrictEqual([kept]);
    expect(vatOf(stating({ ...statement, evidence: '  ' }))).toStrictEqual([kept]);
    expect(vatOf(stating({ ...statement, evidence: ' Letter ' }, { vatTreatment: 'outside-scope' }))).toStrictEqual([
      { ...kept, before: 'outside-scope', evidence: 'Letter' },
    ]);
  });

  test.each<[string, unknown]>([
    [`${'ab '.repeat(66)}ab`, 'accepted'],
    [`${'ab '.repeat(66)}abc`, ['text-too-long', '/proposal/vat/0/evidence']],
    ['For Sam, born 3 May 2012', ['text-names-a-pupil', '/proposal/vat/0/evidence']],
  ])('is shown by evidence: %s', (evidence, expected) => expect(refusalOf(stating({ ...statement, evidence }))).toEqual(expected));

  test('is stated once of each service: of two statements nobody could tell which stands', () => {
    const vat = [statement, { ...statement, treatment: 'outside-scope' as const }];
    expect(refusalOf(propose(proposal({ vat })))).toEqual(['service-not-offered', '/proposal/vat/1']);
  });

  test('is of services of the provider', () => {
    expect(refusalOf(stating({ ...statement, serviceRef: 'S-99999' }))).toEqual(['service-not-offered', '/proposal/vat/0']);
    const second = facts({ services: [service, aService({ ref: 'S-00002', name: 'Woodland days' })] });
    const both = propose(proposal({ vat: [statement, { ...statement, serviceRef: 'S-00002' }] }), second);
    expect(both.ok && both.state.vat?.map(({ serviceName }) => serviceName)).toEqual([service.name, 'Woodland days']);
  });
});

test('what has no room in one record is refused in words', () => {
  const services = Array.from({ length: 1_000 }, (_, at) =>
    aService({ ref: `S-${at}`, name: `Woodland days ${'and nights '.repeat(4)}${at}` }),
  );
  const all = proposal({ places: services.map(({ ref }) => ({ serviceRef: ref, free: 1 })) });
  expect(refusalOf(propose(all, facts({ services })))).toEqual(['record-full', '/proposal/profile/summary']);
});

test('of a name and a role the one that is too long is pointed at', () => {
  expect(refusalOf(propose(proposal({ name: 'n'.repeat(100), role: 'r'.repeat(101) })))).toEqual(['text-too-long', '/proposal/role']);
  expect(refusalOf(propose(proposal({ name: 'n'.repeat(101), role: 'r'.repeat(101) })))).toEqual(['text-too-long', '/proposal/name']);
});

describe('a commissioner', () => {
  const full = proposal({
    profile: { phone: '01305 555 020' },
    places: [{ serviceRef: service.ref, free: 4 }],
    vat: [{ serviceRef: service.ref, treatment: 'standard-rated' }],
  });

  test('cannot decide what its record has no room for', () => {
    const present = proposed(full);
    const places = Array.from({ length: 1_000 }, () => ({ ...present.places[0], serviceName: 'n'.repeat(80) }) as PlacesEdit);
    expect(refusalOf(decide({ ...present, places }, { kind: 'refuse', reason: 'Not now.' }))[0]).toBe('record-full');
  });

  test('is told what changed in the register since', () => {
    const reason = (told: Parameters<typeof facts>[0]) => {
      const decision = decide(proposed(full), {}, facts(told));
      return decision.ok ? 'accepted' : [decision.code, decision.detail.split(' ').slice(0, 3).join(' ')];
    };
    const other = aService({ ref: 'S-00002', vatTreatment: 'outside-scope' });
    expect(reason({})).toBe('accepted');
    expect(reason({ provider: undefined })).toEqual(['provider-not-active', 'The provider is']);
    expect(reason({ provider: { ...provider, status: 'removed' } })).toEqual(['provider-not-active', 'The provider is']);
    expect(reason({ provider: { ...provider, phone: '01305 555 777' } })).toEqual(['register-changed', 'The phone was']);
    expect(reason({ services: [other, { ...service, vatTreatment: 'outside-scope' }] })).toEqual(['register-changed', 'The VAT of']);
    expect(reason({ services: [other, { ...service, vatTreatment: 'standard-rated' }] })).toBe('accepted');
    expect(reason({ services: [other] })).toEqual(['service-not-offered', 'Day programme is']);
    expect(reason({ services: [other, { ...service, status: 'withdrawn' }] })).toEqual(['service-not-offered', 'Day programme is']);
  });

  test('is asked about the services of a change only: an accepted profile needs none of them', () => {
    const profileOnly = proposed(proposal({ profile: { phone: '01305 555 020' } }));
    expect(decide(profileOnly, {}, facts({ services: [] })).ok).toBe(true);
  });

  test.each<[string | undefined, unknown]>([
    [undefined, ['comment-required', '/reason']],
    ['  ', ['comment-required', '/reason']],
    [`${'ab '.repeat(333)}a`, 'accepted'],
    [`${'ab '.repeat(333)}ab`, ['text-too-long', '/reason']],
    ['Sam, born 3 May 2012.', ['text-names-a-pupil', '/reason']],
  ])('says why when refusing: %s', (reason, expected) => {
    expect(refusalOf(decide(proposed(), { kind: 'refuse', reason }))).toEqual(expected);
  });

  test('leaves the decision in the record, with the reason where there is one', () => {
    const state = (told: Parameters<typeof decide>[1]) => {
      const decision = decide(proposed(), told);
      return (
        decision.ok && [
          decision.state.state,
          decision.state.reason,
          decision.state.history.at(-1)?.what,
          decision.state.history.at(-1)?.comment,
        ]
      );
    };
    expect(state({ kind: 'refuse', reason: ' No answer. ' })).toEqual(['refused', 'No answer.', 'Change refused', 'No answer.']);
    expect(state({})).toEqual(['accepted', undefined, 'Change accepted', undefined]);
    expect(state({ reason: ' ' })).toEqual(['accepted', undefined, 'Change accepted', undefined]);
  });

  test('is any of them: each is asked, and each may decide', () => {
    const [own] = facts().councilMembers.filter(({ person }) => person === helen);
    const colleague = { ...helen, objectId: '00000000-0000-4000-8000-0000000000c2', name: 'Cora Winfrith' };
    if (!own) throw new Error('no commissioner');
    const both = { ...facts(), councilMembers: [...facts().councilMembers, { ...own, person: colleague }] };
    expect(proposed(full, both).outbox.filter(({ kind }) => kind === 'ask-commissioner')).toHaveLength(2);
    for (const by of [helen, colleague]) expect(decide(proposed(full), { by }, both)).toMatchObject({ ok: true, state: { decidedBy: by } });
  });

  test('is in the audit chain by what was decided', () => {
    const audited = (told: Parameters<typeof decide>[1]) => {
      const decision = decide(proposed(), told);
      return decision.ok && decision.effects.flatMap((effect) => (effect.kind === 'record-audit' ? [effect.action] : []));
    };
    expect(audited({})).toEqual(['provider-change-accepted']);
    expect(audited({ kind: 'refuse', reason: 'No answer.' })).toEqual(['provider-change-refused']);
  });

  test('learns who decided before', () => {
    const done = decide(proposed());
    if (!done.ok) throw new Error(done.code);
    expect(decide(done.state)).toMatchObject({
      code: 'change-already-decided',
      detail: 'This change was accepted by Helen Strand before.',
    });
  });
});
