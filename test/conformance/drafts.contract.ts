import { head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import type { Drafts, StoredDraft } from '../../functions/src/ports/kept.ts';

export interface OpenedDrafts {
  readonly drafts: Drafts;
  /** The same drafts as another process sees them that starts later. */
  readonly restarted: () => Drafts;
}

const aDraft = (digit: string, told: Partial<StoredDraft> = {}): StoredDraft => ({
  draftId: `${digit.repeat(8)}-0000-4000-8000-000000000000`,
  serviceRef: 'S-00001',
  serviceName: 'Day programme – “mornings”',
  buyerRef: '113800',
  answers: { pupilRef: 'P-0147', days: ['tue', 'thu'], ehcPlan: false },
  savedAt: '2026-11-24T10:00:00.000Z',
  ...told,
});
const [one, two] = [aDraft('1'), aDraft('2', { callOffRef: 'CO-7K3M-9QXT' })];
const byId = (drafts: readonly StoredDraft[]) => [...drafts].sort((a, b) => a.draftId.localeCompare(b.draftId));

/** What every keeper of drafts does. */
export const draftsContract = (open: () => Promise<OpenedDrafts>): void => {
  test('a person finds what they saved, whole, as it was saved last', async () => {
    const { drafts, restarted } = await open();
    await drafts.save(senco, one);
    await drafts.save(senco, two);
    const changed = { ...one, answers: { pupilRef: 'P-0148' } };
    await drafts.save(senco, changed);
    for (const reading of [drafts, restarted()]) {
      expect(byId(await reading.list(senco))).toEqual([changed, two]);
      expect(await reading.get(senco, one.draftId)).toEqual(changed);
    }
  });

  test('the same person is known whatever the capitals of their ids', async () => {
    const { drafts } = await open();
    await drafts.save(senco, one);
    const upper = { tenantId: senco.tenantId.toUpperCase(), objectId: senco.objectId.toUpperCase() };
    expect(await drafts.get(upper, one.draftId)).toEqual(one);
  });

  test("nobody finds, changes or discards another's draft, not even by its id, nor the same object id of another tenant", async () => {
    const { drafts } = await open();
    await drafts.save(senco, one);
    for (const other of [head, { ...senco, tenantId: '99999999-9999-4999-8999-999999999999' }]) {
      expect([await drafts.list(other), await drafts.get(other, one.draftId)]).toEqual([[], undefined]);
      expect(await drafts.discard(other, one.draftId)).toBe(false);
      await drafts.save(other, { ...one, serviceName: 'Of another' });
    }
    expect(await drafts.list(senco)).toEqual([one]);
  });

  test('a draft is discarded once', async () => {
    const { drafts } = await open();
    await drafts.save(senco, one);
    expect([await drafts.discard(senco, one.draftId), await drafts.discard(senco, one.draftId)]).toEqual([true, false]);
    expect([await drafts.list(senco), await drafts.get(senco, one.draftId)]).toEqual([[], undefined]);
  });

  test('answers of 30,000 characters are kept whole, whatever they are', async () => {
    const { drafts } = await open();
    for (const letter of ['x', 'é', '"', '🙂']) {
      const each = letter.repeat(1_900 / JSON.stringify(letter).length);
      const answers: Record<string, string> = {};
      while (JSON.stringify({ ...answers, more: each }).length <= 29_900) answers[`answer-${Object.keys(answers).length}`] = each;
      const large = { ...one, answers };
      await drafts.save(senco, large);
      expect(await drafts.list(senco)).toEqual([large]);
    }
  });
};
