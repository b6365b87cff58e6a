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
