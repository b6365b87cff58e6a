import { parsePersonKey, personKey } from './person-key.ts';

const tenantId = '4c1f0a52-6b7e-4d0e-9a51-2f6f0f3a9d10';
const userId = 'c729f8da-5be0-4647-9d81-394a5b6c7d8e';

describe('a person is (tenant id, object id)', () => {
  it('reads what it writes, whatever the case', () => {
    expect(parsePersonKey(`${tenantId}/${userId}`.toUpperCase())).toEqual({ tenantId, userId });
    expect(personKey({ tenantId, userId: userId.toUpperCase() })).toBe(`${tenantId}/${userId}`);
  });

  it.each([undefined, null, '', tenantId, `${tenantId}/`, `${tenantId}/${userId}/x`, `${tenantId}/../admin`, `${tenantId}/${userId}&x=1`])(
    'takes %s for nobody',
    (key) => expect(parsePersonKey(key)).toBeUndefined(),
  );
});
