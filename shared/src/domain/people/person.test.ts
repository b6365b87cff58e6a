import { head } from '../call-off/call-off.fixture.ts';
import { linkHolder, parsePersonKey, personKey, samePerson, theProduct } from './person.ts';

const tenantId = '22222222-2222-4222-8222-222222222222';
const objectId = 'bbbbbbbb-0000-4000-8000-000000000000';

describe('a person is one object of one tenant', () => {
  test('whatever the case in which the ids are written, and in no other tenant', () => {
    expect(personKey(head)).toBe(`${tenantId}/${objectId}`);
    expect(samePerson(head, { tenantId, objectId: objectId.toUpperCase() })).toBe(true);
    expect(samePerson(head, { tenantId: objectId, objectId })).toBe(false);
    expect(samePerson(head, { tenantId, objectId: tenantId })).toBe(false);
  });

  test('a stored key is read back, also with spaces around it and in capitals', () => {
    expect(parsePersonKey(personKey(head))).toEqual({ tenantId, objectId });
    expect(parsePersonKey(` ${tenantId}/${objectId.toUpperCase()}\n`)).toEqual({ tenantId, objectId });
  });

  test.each([
    '',
    tenantId,
    `${tenantId}/`,
    `/${objectId}`,
    `${tenantId}/${objectId}/${objectId}`,
    `${tenantId}/head`,
    `school/${objectId}`,
    `${tenantId}0/${objectId}`,
    `${tenantId}/0${objectId}`,
  ])('%p is no key', (text) => expect(parsePersonKey(text)).toBeUndefined());

  test('the product and the holder of a link could never sign in', () => {
    const nobody = '00000000-0000-0000-0000-000000000000';
    expect(theProduct).toEqual({ tenantId: nobody, objectId: nobody, name: 'AP Framework', email: '' });
    expect(linkHolder(objectId, 'Greenway')).toEqual({ tenantId: nobody, objectId, name: 'Greenway', email: '' });
  });
});
