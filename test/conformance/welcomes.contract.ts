import type { Welcomes } from '../../functions/src/ports/messages.ts';

const person = { tenantId: '11111111-1111-4111-8111-111111111111', objectId: '22222222-2222-4222-8222-222222222222' };
const other = { ...person, objectId: '33333333-3333-4333-8333-333333333333' };

/** What every keeper of welcomes does. `restarted` is the same keeper after a restart of the process. */
export const welcomesContract = (fresh: () => Promise<{ readonly welcomes: Welcomes; readonly restarted: () => Welcomes }>): void => {
  it('welcomes each person once, whoever asks at the same time, and in any case of the ids', async () => {
    const { welcomes } = await fresh();
    const claims = await Promise.all([1, 2, 3].map(() => welcomes.claim(person)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await welcomes.claim({ ...person, objectId: person.objectId.toUpperCase() })).toBe(false);
    expect(await welcomes.claim(other)).toBe(true);
  });

  it('knows after a restart whom it welcomed', async () => {
    const { welcomes, restarted } = await fresh();
    await welcomes.claim(person);
    expect(await restarted().claim(person)).toBe(false);
  });

  it('welcomes anew whose welcome was taken back, and taking back what is not there is no fault', async () => {
    const { welcomes } = await fresh();
    await welcomes.release(person);
    await welcomes.claim(person);
    await welcomes.release(person);
    expect(await welcomes.claim(person)).toBe(true);
  });
};
