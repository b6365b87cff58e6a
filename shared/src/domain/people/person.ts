/** A person, keyed by home tenant and Entra object id in every list, token and card: the same object id may exist in another tenant. */
export interface PersonId {
  readonly tenantId: string;
  readonly objectId: string;
}

/** A member of staff as shown to colleagues. Never a pupil. */
export interface Person extends PersonId {
  readonly name: string;
  readonly email: string;
}

/** Who acts when the product itself notes something: nobody who could sign in. */
export const theProduct: Person = {
  tenantId: '00000000-0000-0000-0000-000000000000',
  objectId: '00000000-0000-0000-0000-000000000000',
  name: 'AP Framework',
  email: '',
};

/** Who acts by a capability link: nobody who could sign in, told apart by the link. */
export const linkHolder = (linkId: string, name: string): Person => ({
  tenantId: '00000000-0000-0000-0000-000000000000',
  objectId: linkId,
  name,
  email: '',
});

/** `tenantId/objectId` in lower case: GUIDs are compared without regard to case. */
export type PersonKey = string & { readonly __personKey: unique symbol };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The one text key of a person. */
export const personKey = (person: PersonId): PersonKey => `${person.tenantId}/${person.objectId}`.toLowerCase() as PersonKey;

/** Reads a stored key; `undefined` unless both halves are GUIDs. */
export const parsePersonKey = (text: string): PersonId | undefined => {
  const [tenantId, objectId, ...rest] = text.trim().toLowerCase().split('/');
  if (!tenantId || !objectId || rest.length > 0 || !guid.test(tenantId) || !guid.test(objectId)) return undefined;
  return { tenantId, objectId };
};

/** Whether two ids name the same person in the same tenant. */
export const samePerson = (a: PersonId, b: PersonId): boolean => personKey(a) === personKey(b);
