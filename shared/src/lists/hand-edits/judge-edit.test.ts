import type { EditFacts } from '../../domain/hand-edits/edit-law.ts';
import { type Judgement, judgeEdit } from '../../domain/hand-edits/judge-edit.ts';
import type { RowContent } from '../../domain/hand-edits/row-content.ts';
import { aReceivedCheck } from '../../domain/quality/quality.fixture.ts';
import { aFrameworkThatIs } from '../../domain/tenders/framework/framework.fixture.ts';
import { buyerMembers } from '../buyer-members.ts';
import { callOffs } from '../call-offs.ts';
import { frameworks } from '../frameworks.ts';
import type { ListDefinition } from '../list.ts';
import { lots } from '../lots.ts';
import { providers } from '../providers.ts';
import { qaChecks } from '../qa-checks.ts';
import { rateCards } from '../rate-cards.ts';
import { register } from '../register.ts';
import { services } from '../services.ts';
import { settings } from '../settings.ts';
import { editLawOf } from './edit-laws.ts';
import { rawRows } from './edited-rows.fixture.ts';
import { readContent, readRow, writeContent } from './row-content.ts';

const nothingKnown: EditFacts = { missing: new Set(), otherKeys: new Set() };

/** What becomes of an edit of a row that was good, in the raw values that Graph gives. */
const edit = (list: ListDefinition, change: Record<string, unknown>, facts: Partial<EditFacts> = {}, was: Record<string, unknown> = {}) => {
  const raw = { ...rawRows[list.title], ...was };
  const good = readRow(list, raw).content;
  return judgeEdit(editLawOf(list), { good, before: good, after: readRow(list, { ...raw, ...change }) }, { ...nothingKnown, ...facts });
};
const add = (list: ListDefinition, change: Record<string, unknown>, facts: Partial<EditFacts> = {}) =>
  judgeEdit(
    editLawOf(list),
    { good: undefined, before: undefined, after: readRow(list, { ...rawRows[list.title], ...change }) },
    { ...nothingKnown, ...facts },
  );
const faultsOf = ({ faults }: Judgement) => faults.map(({ column, code }) => `${column} ${code}`);
const goodOf = (list: ListDefinition, was: Record<string, unknown> = {}): RowContent =>
  readRow(list, { ...rawRows[list.title], ...was }).content;

test('a phone number that changed stands; an unchanged row is no edit', () => {
  expect(edit(providers, { Phone: '01305 000999' })).toEqual({
    verdict: 'accepted',
    faults: [],
    good: { ...goodOf(providers), Phone: '01305 000999' },
  });
  expect(edit(providers, { SystemNote: 'read' }).verdict).toBe('unchanged');
  expect(edit(services, { Needs: ['SLCN', 'SEMH'] }, {}, { Needs: ['SEMH', 'SLCN'] }).verdict).toBe('unchanged');
});

test('a service that is withdrawn by hand is withdrawn', () => {
  expect(edit(services, { Status: 'withdrawn' })).toMatchObject({ verdict: 'accepted', good: { Status: 'withdrawn' } });
});

test('R38: the VAT of a service is kept with who stated it and when, or put back', () => {
  const stated = { VatTreatment: 'exempt-education', VatStatedBy: 'Finance manager', VatStatedOn: '2026-11-02T12:00:00Z' };
  expect(edit(services, stated)).toMatchObject({
    verdict: 'accepted',
    good: { VatTreatment: 'exempt-education', VatStatedOn: '2026-11-02' },
  });
  const bare = edit(services, { VatTreatment: 'exempt-education', PlacesTotal: 8 });
  expect(faultsOf(bare)).toEqual(['VatTreatment refused-by-the-rules']);
  expect(bare).toMatchObject({ verdict: 'undone', good: { PlacesTotal: 8 } });
  expect(bare.good?.VatTreatment).toBeUndefined();
  expect(edit(services, { VatStatedBy: undefined }, {}, stated)).toMatchObject({
    verdict: 'undone',
    good: { VatStatedBy: 'Finance manager' },
  });
});

test('R19: a status that somebody typed is the command that leads there', () => {
  expect(edit(providers, { Status: 'suspended', StatusReason: 'No DSL in post' })).toMatchObject({
    verdict: 'accepted',
    command: { kind: 'place-hold', providerRef: 'P-0042', reason: 'No DSL in post' },
  });
  expect(edit(providers, { Status: 'active' }, {}, { Status: 'paused' })).toMatchObject({ command: { kind: 'resume' } });
});

test('R19: nobody lifts a hold by typing, and no status is skipped', () => {
  const was = { Status: 'suspended' };
  const lifted = edit(providers, { Status: 'active', Phone: '01305 000999' }, {}, was);
  expect(faultsOf(lifted)).toEqual(['Status hold-not-lifted']);
  expect(lifted).toMatchObject({ verdict: 'undone', good: { Status: 'suspended', Phone: '01305 000999' } });
  expect(lifted.command).toBeUndefined();
  expect(faultsOf(edit(providers, { Status: 'active' }, {}, { Status: 'prospective' }))).toEqual(['Status status-skipped']);
  expect(faultsOf(add(providers, { Status: 'active' }))).toEqual(['Status status-skipped']);
  expect(add(providers, { Status: 'prospective' }).verdict).toBe('accepted');
});

test('a lot comes by an award, and one may be taken away', () => {
  expect(faultsOf(edit(providers, { LotKeys: 'AP-2026-1; AP-2026-2; AP-2026-3' }))).toEqual(['LotKeys lot-not-awarded']);
  expect(edit(providers, { LotKeys: 'AP-2026-1' }).verdict).toBe('accepted');
});

test('R29: an approved price is fixed for its period, and none is approved by typing', () => {
  const dearer = edit(rateCards, { Price: 51 });
  expect(dearer).toMatchObject({ verdict: 'undone', good: goodOf(rateCards) });
  expect(dearer.faults).toEqual([
    {
      column: 'Price',
      code: 'price-fixed',
      sentence: 'This price is fixed for its period, 1 September 2026 to 31 August 2030. A price review opens the next one.',
    },
  ]);
  expect(faultsOf(edit(rateCards, { Status: 'superseded', EffectiveTo: '2026-12-01T12:00:00Z' }))).toEqual([
    'EffectiveTo price-fixed',
    'Status price-fixed',
  ]);
  expect(faultsOf(edit(rateCards, { Status: 'approved' }, {}, { Status: 'draft' }))).toEqual(['Status price-not-approved']);
  expect(edit(rateCards, { Price: 51 }, {}, { Status: 'draft' }).verdict).toBe('accepted');
});

test('row 51: volume prices of a draft never rise with the units, and those of an approved price stay', () => {
  const bands = (line: string, before = {}) => edit(rateCards, { VolumeBands: line }, {}, before);
  expect(bands('50: £42.00; 100: £40.00', { Status: 'draft' }).verdict).toBe('accepted');
  expect(faultsOf(bands('50: £46.00', { Status: 'draft' }))).toEqual(['VolumeBands bands-not-allowed']);
  expect(faultsOf(bands('50: £42.00'))).toEqual(['VolumeBands price-fixed']);
});

test('a framework that was entered by hand moves along its table; one that the app leads is changed in the app', () => {
  expect(edit(frameworks, { Status: 'open' }, {}, { Status: 'coming' }).verdict).toBe('accepted');
  const skipped = edit(frameworks, { Status: 'live' }, {}, { Status: 'coming' });
  expect(skipped.faults).toEqual([
    { column: 'Status', code: 'status-skipped', sentence: 'A framework that is coming cannot become live in one step.' },
  ]);
});

test('a status of a framework that the app leads is its command where that asks nothing more, and is put back where it does', () => {
  const State = JSON.stringify(aFrameworkThatIs('open'));
  const typed = (from: string, to: string, more: Record<string, unknown> = {}) =>
    edit(frameworks, { Status: to, ...more }, {}, { Status: from, State });
  expect(typed('coming', 'open')).toMatchObject({ verdict: 'accepted', command: { of: 'framework', kind: 'open-framework' } });
  expect(typed('open', 'pending').command).toMatchObject({ kind: 'close-framework' });
  expect(typed('standstill', 'live').command).toMatchObject({ kind: 'go-live' });
  for (const [from, to] of [
    ['pending', 'standstill'],
    ['open', 'cancelled'],
    ['live', 'expired'],
    ['coming', 'live'],
  ] as const) {
    expect(faultsOf(typed(from, to))).toEqual(['Status decided-in-the-app']);
    expect(typed(from, to).command).toBeUndefined();
  }
  const both = typed('coming', 'open', { Name: 'Another name' });
  expect(both).toMatchObject({ verdict: 'undone', good: { Status: 'open' }, command: { kind: 'open-framework' } });
  expect(faultsOf(both)).toEqual(['Name decided-in-the-app']);
});

test('R17: that evidence came in for a check that the app leads may be typed; whatever else it asks for may not', () => {
  const State = JSON.stringify(aReceivedCheck());
  const typed = (from: string, to: string) => edit(qaChecks, { Outcome: to }, {}, { Outcome: from, State });
  for (const from of ['evidence-requested', 'action-required'])
    expect(typed(from, 'received')).toMatchObject({ verdict: 'accepted', command: { of: 'check', kind: 'receive-evidence' } });
  expect(faultsOf(typed('scheduled', 'received'))).toEqual(['Outcome decided-in-the-app']);
  expect(faultsOf(typed('received', 'passed'))).toEqual(['Outcome decided-in-the-app']);
});

test('R17: nobody passes a check by typing, and what was decided stays', () => {
  expect(faultsOf(edit(qaChecks, { Outcome: 'passed' }, {}, { Outcome: 'lapsed' }))).toEqual(['Outcome decided-in-the-app']);
  expect(faultsOf(edit(qaChecks, { ExpiresOn: '2029-01-01T12:00:00Z' }))).toEqual(['ExpiresOn decided-in-the-app']);
  expect(faultsOf(edit(qaChecks, { Outcome: 'passed' }, {}, { Outcome: 'received' }))).toEqual(['Outcome check-not-decided']);
  expect(edit(qaChecks, { Outcome: 'received' }, {}, { Outcome: 'scheduled' }).verdict).toBe('accepted');
  expect(faultsOf(add(qaChecks, { Outcome: 'scheduled', WaivedUntil: '2027-01-01T12:00:00Z' }))).toEqual(['WaivedUntil check-not-decided']);
});

test('a key that is nowhere is put back; a service does not move to another provider', () => {
  const facts = { missing: new Set(['Lots/AP-2026-9']) };
  const edited = edit(services, { LotKey: 'ap-2026-9', Name: 'Forest school mornings' }, facts);
  expect(edited.faults).toEqual([{ column: 'LotKey', code: 'unknown-key', sentence: 'There is no AP-2026-9 in the list Lots.' }]);
  expect(edited.good).toMatchObject({ LotKey: 'AP-2026-1', Name: 'Forest school mornings' });
  expect(faultsOf(edit(services, { ProviderRef: 'P-0007' }))).toEqual(['ProviderRef belongs-elsewhere']);
});

test('a key stays, whether the new one is free or the key of another row; a new row takes none that is taken', () => {
  expect(faultsOf(edit(providers, { Title: 'P-0999' }))).toEqual(['Title key-changed']);
  expect(faultsOf(edit(providers, { Title: ' p-0007' }, { otherKeys: new Set(['P-0007']) }))).toEqual(['Title duplicate-key']);
  const second = add(lots, { Title: ' ap-2026-1' }, { otherKeys: new Set(['AP-2026-1']) });
  expect(second).toMatchObject({ verdict: 'undone', good: undefined });
  expect(faultsOf(second)).toEqual(['Title duplicate-key']);
});

test('a value that the schema refuses is put back, column by column', () => {
  const edited = edit(services, { AgeFrom: null, Status: 'withdrawn', PlacesAsAt: 'soon' });
  expect(faultsOf(edited)).toEqual(['AgeFrom unreadable', 'PlacesAsAt unreadable']);
  expect(edited.good).toEqual({ ...goodOf(services), Status: 'withdrawn' });
});

test('a policy that nobody could read is put back, for it would stop every order; plain words stand', () => {
  const policy = { Title: 'quality-policy', Value: '{"dueDays":42,"reminderDays":[56,14],"cardDays":14,"longestWaiverDays":28}' };
  const typed = (Value: string) => edit(settings, { Value }, {}, policy);
  expect(typed('{"dueDays":42').faults).toMatchObject([{ column: 'Value', code: 'unreadable' }]);
  expect(typed(policy.Value.replace('42', '0')).faults[0]?.sentence).toContain('(dueDays: ');
  expect(typed(policy.Value.replace('42', '40')).verdict).toBe('accepted');
  expect(edit(settings, { Value: '01305 000444' }, {}, { Title: 'mash-phone', Value: '01305 000333' }).verdict).toBe('accepted');
});

test('a list that the app alone writes is put back whole, and takes no new row', () => {
  const edited = edit(callOffs, { Status: 'approved', BuyerRef: 'OTHER' });
  expect(faultsOf(edited)).toEqual([' app-only-list']);
  expect(edited.good).toEqual(goodOf(callOffs));
  expect(add(callOffs, {})).toMatchObject({ verdict: 'undone', good: undefined });
});

test('a note of the app and its JSON are no part of what people write', () => {
  expect(faultsOf(edit(frameworks, { State: '{}' }))).toEqual(['State unreadable']);
  expect(goodOf(providers, { SystemNote: 'x' })).toEqual(goodOf(providers));
});

test('a kept content is read again as it was', () => {
  for (const list of [providers, services, rateCards, frameworks, qaChecks, lots])
    expect(readContent(list, writeContent(list, goodOf(list)))).toEqual(goodOf(list));
  const named = goodOf(providers, { LegalName: 'Café Élan 🌲 “Ltd”' });
  expect(writeContent(providers, named)).toMatch(/^[ -~]+$/);
  expect(readContent(providers, writeContent(providers, named))).toEqual(named);
  expect(readContent(providers, '{"Title":"P-1"}')).toBeUndefined();
});

test.each(register.map((list) => [list.title, list] as const))('the law of %s names columns and lists that are there', (_title, list) => {
  const law = editLawOf(list);
  const named = ['Title', ...law.appColumns, ...law.fixedColumns, ...Object.keys(law.references), ...law.ruledColumns];
  expect(named.filter((column) => !(column in list.columns))).toEqual([]);
  const titles = register.map(({ title }) => title);
  expect(Object.values(law.references).filter((title) => !titles.includes(title))).toEqual([]);
  expect('SystemNote' in list.columns).toBe(list.handEdited);
});

describe('row 49: a delegate who is typed is named by command, with all that says so', () => {
  const key = '10000001-0000-4000-8000-000000000001/20000001-0000-4000-8000-000000000002';
  const days = { DelegateFrom: '2026-11-24T12:00:00Z', DelegateUntil: '2026-11-27T12:00:00Z' };
  const told = { DelegateTo: key, ...days };

  test("who, first and last day; the name is the register's own", () => {
    const command = { of: 'delegation', buyerRef: '113800', delegation: { to: key, from: '2026-11-24', until: '2026-11-27' } };
    expect(edit(buyerMembers, told)).toMatchObject({ verdict: 'accepted', command });
    expect(edit(buyerMembers, { DelegateName: 'Somebody' }, {}, { ...told, DelegateName: 'D. Deputy' })).toMatchObject({ command });
    expect(add(buyerMembers, told)).toMatchObject({ verdict: 'accepted', command });
  });

  test('emptied, it is ended; another column says nothing of it', () => {
    expect(edit(buyerMembers, { DelegateTo: undefined, DelegateFrom: undefined, DelegateUntil: undefined }, {}, told).command).toEqual(
      expect.not.objectContaining({ delegation: expect.anything() }),
    );
    expect(edit(buyerMembers, { ApprovalLimit: 5000 }, {}, told).command).toBeUndefined();
    expect(add(buyerMembers, {}).command).toBeUndefined();
  });

  test('half typed it is put back, as is what the app alone writes', () => {
    expect(faultsOf(edit(buyerMembers, { DelegateTo: key }))).toEqual(['DelegateTo refused-by-the-rules']);
    expect(faultsOf(edit(buyerMembers, { Delegations: '[]' }))).toEqual(['Delegations app-only-column']);
  });
});

test('the version of the lists goes only forward, and is never something that nobody can read', () => {
  const was = { Title: 'schema-version', Value: '{"version":3}' };
  expect(edit(settings, { Value: '{"version":4}' }, {}, was).verdict).toBe('accepted');
  for (const Value of ['{"version":2}', 'four', '{"version":0}'])
    expect([Value, edit(settings, { Value }, {}, was).verdict]).toEqual([Value, 'undone']);
  expect(add(settings, { ...was, Value: 'four' }).verdict).toBe('undone');
});
