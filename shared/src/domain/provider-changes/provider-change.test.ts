import fc from 'fast-check';
import { aProvider, officers, senco } from '../call-off/call-off.fixture.ts';
import type { DecideChange } from './decide-change.ts';
import type { Proposal } from './propose-change.ts';
import { code, decide, facts, helen, proposal, propose, proposed, provider, service } from './provider-change.fixture.ts';

describe('what a provider proposes', () => {
  test('only what differs is kept, with what it was', () => {
    const change = proposed(
      proposal({ profile: { email: provider.email, phone: '01305 555 020' }, places: [{ serviceRef: service.ref, free: 0 }] }),
    );
    expect(change.profile).toEqual([{ field: 'phone', before: '01305 555 019', after: '01305 555 020' }]);
    expect(change.places).toMatchObject([{ serviceRef: service.ref, before: 2, after: 0 }]);
  });

  test('every commissioner is asked, and nobody else', () => {
    expect(proposed().outbox.filter(({ kind }) => kind === 'ask-commissioner')).toHaveLength(1);
  });

  test.each<[string, Proposal, string]>([
    ['nothing', proposal(), 'nothing-proposed'],
    ['what the directory says already', proposal({ profile: { email: provider.email } }), 'nothing-proposed'],
    ['no name', proposal({ name: ' ', profile: { phone: '01305 555 020' } }), 'text-required'],
    ['two addresses', proposal({ profile: { email: 'a@b.example,c@d.example' } }), 'text-required'],
    ['a script for a website', proposal({ profile: { website: 'javascript:alert(1)' } }), 'link-not-allowed'],
    ['a summary with a date of birth', proposal({ profile: { summary: 'Sam, born 3 May 2012, did well.' } }), 'text-names-a-pupil'],
    ['more places than there are', proposal({ places: [{ serviceRef: service.ref, free: 9 }] }), 'number-not-allowed'],
    ['half a place', proposal({ places: [{ serviceRef: service.ref, free: 1.5 }] }), 'number-not-allowed'],
    ["another provider's service", proposal({ places: [{ serviceRef: 'S-99999', free: 1 }] }), 'service-not-offered'],
  ])('%s is refused', (_what, given, expected) => {
    expect(code(propose(given))).toBe(expected);
  });

  test('a provider that was removed proposes nothing', () => {
    expect(code(propose(proposal({ profile: { phone: '01305 555 020' } }), facts({ provider: aProvider({ status: 'removed' }) })))).toBe(
      'provider-not-active',
    );
  });
});

describe('R38: what a provider states about the VAT of a service', () => {
  const stating = proposal({ vat: [{ serviceRef: service.ref, treatment: 'standard-rated', evidence: ' Letter of 2 March ' }] });

  it('is kept with who stated it, when and by what it is shown', () => {
    expect(proposed(stating).vat).toMatchObject([
      { serviceRef: service.ref, after: 'standard-rated', statedBy: 'Pat Green, manager', evidence: 'Letter of 2 March' },
    ]);
    expect(code(propose(stating, facts({ services: [{ ...service, vatTreatment: 'standard-rated' }] })))).toBe('nothing-proposed');
    expect(code(propose(proposal({ vat: [{ serviceRef: 'S-99999', treatment: 'outside-scope' }] })))).toBe('service-not-offered');
  });

  it('tells the commissioner what to ask where cover staff bear none, and refuses nothing', () => {
    const exempt = proposal({ vat: [{ serviceRef: service.ref, treatment: 'exempt-education' }] });
    const noteOf = (type: typeof service.type) => {
      const decision = propose(exempt, facts({ services: [{ ...service, type }] }));
      return decision.ok ? decision.state.vat?.[0]?.note : decision.code;
    };
    expect(noteOf('teacher')).toMatch(/^An agency that supplies staff normally charges VAT/);
    expect(noteOf('therapeutic')).toBeUndefined();
  });

  it('is not written over another statement', () => {
    const present = proposed(stating);
    expect(code(decide(present, {}, facts({ services: [{ ...service, vatTreatment: 'outside-scope' }] })))).toBe('register-changed');
    expect(code(decide(present, {}, facts({ services: [{ ...service, vatTreatment: 'standard-rated' }] })))).toBe('accepted');
  });
});

describe('what a commissioner decides', () => {
  test('accepted, it is applied, the cards are refreshed and the provider is told', () => {
    const decision = decide(proposed());
    if (!decision.ok) throw new Error(decision.code);
    expect(decision.state).toMatchObject({ state: 'accepted', decidedBy: helen });
    expect(decision.effects.map(({ kind }) => kind)).toEqual(['record-audit', 'apply-change', 'refresh-change-cards', 'mail-outcome']);
  });

  test('refusing needs a reason, and applies nothing', () => {
    expect(code(decide(proposed(), { kind: 'refuse' }))).toBe('comment-required');
    const decision = decide(proposed(), { kind: 'refuse', reason: 'The number does not answer.' });
    expect(decision.ok && decision.effects.map(({ kind }) => kind)).toEqual(['record-audit', 'refresh-change-cards', 'mail-outcome']);
  });

  test('what somebody wrote in the register meanwhile is not overwritten', () => {
    expect(code(decide(proposed(), {}, facts({ provider: { ...provider, phone: '01305 555 777' } })))).toBe('register-changed');
    expect(code(decide(proposed(), {}, facts({ provider: { ...provider, phone: '01305 555 020' } })))).toBe('accepted');
  });

  test('only a commissioner decides, and once', () => {
    expect(code(decide(proposed(), { by: senco }))).toBe('not-yours');
    expect(code(decide(proposed(), { by: officers[0]?.person ?? senco }))).toBe('not-yours');
    const done = decide(proposed(), { id: 'first' });
    if (!done.ok) throw new Error(done.code);
    expect(code(decide(done.state, { id: 'second', kind: 'refuse', reason: 'No.' }))).toBe('change-already-decided');
    expect(decide(done.state, { id: 'first' })).toMatchObject({ ok: true, effects: [], replay: { version: 2 } });
  });

  test('any commands in any order: decided at most once, a refusal changes nothing, each accepted one makes one audit event', () => {
    const command = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      kind: fc.constantFrom<DecideChange['kind']>('accept', 'refuse'),
      by: fc.constantFrom(helen, senco),
      reason: fc.constantFrom(undefined, 'Not so.', 'Born 3 May 2012'),
      phone: fc.constantFrom('01305 555 019', '01305 555 777'),
    });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let present = proposed();
        const audits = new Set(present.outbox.filter(({ kind }) => kind === 'record-audit').map(({ id }) => id));
        let decided = 0;
        for (const { phone, ...told } of commands) {
          const decision = decide(present, told, facts({ provider: { ...provider, phone } }));
          if (!decision.ok || decision.replay) continue;
          decided += 1;
          present = decision.state;
          const events = decision.effects.filter(({ kind }) => kind === 'record-audit');
          expect(events).toHaveLength(1);
          for (const { id } of events) audits.add(id);
        }
        expect(decided).toBeLessThanOrEqual(1);
        expect(audits.size).toBe(present.version);
      }),
    );
  });
});
