import type { Pace } from '../../functions/src/ports/messages.ts';

const person = { tenantId: '11111111-1111-4111-8111-111111111111', objectId: '22222222-2222-4222-8222-222222222222' };
const other = { ...person, objectId: '33333333-3333-4333-8333-333333333333' };
const at = (second: number): string => new Date(Date.parse('2026-11-24T10:00:00Z') + second * 1000).toISOString();

/** What every keeper of the pace does. `restarted` is the same keeper in another process. */
export const paceContract = (fresh: () => Promise<{ readonly pace: Pace; readonly restarted: () => Pace }>): void => {
  it('E37: gives each person ten turns in any minute, whoever asks at the same time, and says when there is one again', async () => {
    const { pace, restarted } = await fresh();
    const first = await Promise.all([1, 2, 3, 4, 5, 6].map(() => pace.take(person, at(0))));
    const second = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() => restarted().take({ ...person, objectId: person.objectId.toUpperCase() }, at(20))),
    );
    expect([...first, ...second].filter((wait) => wait === 0)).toHaveLength(10);
    expect(second.filter((wait) => wait > 0)).toEqual([40, 40]);
    expect(await pace.take(other, at(20))).toBe(0);
    expect(await pace.take(person, at(59))).toBe(1);
    expect(await pace.take(person, at(60))).toBe(0);
  });
};
