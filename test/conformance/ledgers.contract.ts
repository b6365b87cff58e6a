import { officer } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { type Ledger, newLedger, nothingHeld, type Share } from '@ap/shared/domain/ledgers/ledger';
import { pence } from '@ap/shared/domain/money/money';
import type { LedgerRegister } from '../../functions/src/ports/ledgers.ts';

export interface OpenedLedgers {
  readonly register: LedgerRegister;
  /** The same list as another process reads it that starts later. */
  readonly restarted: () => LedgerRegister;
}

let count = 0;
const share = (index: number, told: Partial<Share> = {}): Share => ({
  subject: `CO-${String(index).padStart(4, '0')}-TEST`,
  state: 'confirmed',
  ...nothingHeld,
  amount: pence(1_234_567),
  ...told,
});
const aLedger = (told: Partial<Ledger> = {}): Ledger => {
  count += 1;
  return { ...newLedger({ kind: 'registration-load', of: `P-9${String(count).padStart(3, '0')}` }), ...told };
};

/** What every list of ledgers does. */
export const ledgersContract = (open: () => Promise<OpenedLedgers>): void => {
  test('what was added is found whole, by a later process too', async () => {
    const { register, restarted } = await open();
    const placement = {
      pupil: 'a1b2c3d4e5f6',
      hoursPerWeek: 18.25,
      withPlan: true,
      startDate: localDate('2027-01-12'),
      endDate: localDate('2027-03-18'),
    };
    const ledger = aLedger({
      finished: pence(5),
      shares: [share(1), share(2, { amount: pence(0), placements: [placement], state: 'open', over: 'a1b2c3d4e5' })],
      overrides: [
        {
          ref: 'O1',
          allowed: { kind: 'pupils', pupils: 5, withPlan: 1 },
          reason: 'Seen at the visit.',
          by: officer,
          at: '2026-11-24T10:00:00Z',
          until: localDate('2026-12-31'),
        },
      ],
      elsewhere: { pupils: 1, withPlan: 0, asAt: localDate('2026-11-24') },
    });
    expect(await register.add(ledger)).toMatchObject({ ok: true });
    for (const reading of [register, restarted()]) expect((await reading.find(ledger.ref))?.state).toEqual(ledger);
  });

  test('a second one of the same limit is a duplicate: it is made once, whoever comes first', async () => {
    const { register } = await open();
    const ledger = aLedger();
    expect(await register.add(ledger)).toMatchObject({ ok: true });
    expect(await register.add(ledger)).toMatchObject({ ok: false, why: 'duplicate' });
  });

  test('of two writes over the same state one conflicts, and nothing of it is kept', async () => {
    const { register, restarted } = await open();
    const ledger = aLedger();
    await register.add(ledger);
    const seen = await restarted().find(ledger.ref);
    if (!seen) throw new Error('not there');
    expect(await register.save(seen, { ...ledger, shares: [share(1)] })).toMatchObject({ ok: true });
    expect(await register.save(seen, { ...ledger, shares: [share(2)] })).toMatchObject({ ok: false, why: 'conflict' });
    expect((await register.find(ledger.ref))?.state.shares).toEqual([share(1)]);
  });

  test('holds 3,500 shares, and is empty again when the last is gone', async () => {
    const { register, restarted } = await open();
    const ledger = aLedger({ shares: Array.from({ length: 3_500 }, (_, index) => share(index)) });
    const added = await register.add(ledger);
    if (!added.ok) throw new Error(added.why);
    expect((await restarted().find(ledger.ref))?.state.shares).toEqual(ledger.shares);
    await register.save(added.stored, { ...ledger, shares: [] });
    expect((await restarted().find(ledger.ref))?.state.shares).toEqual([]);
  });
};
