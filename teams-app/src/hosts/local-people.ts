/** A sample person of the local run. */
export interface LocalPerson {
  readonly tenantId: string;
  readonly id: string;
  readonly displayName: string;
  readonly jobTitle?: string;
  readonly tenantName: string;
}

const storageKey = 'ap.local-person';
export const keyOf = (person: Pick<LocalPerson, 'tenantId' | 'id'>): string => `${person.tenantId}/${person.id}`;

/** Everyone who may be chosen, from the stand-in window's server. */
export const listPeople = async (windowOrigin: string): Promise<readonly LocalPerson[]> => {
  const response = await fetch(`${windowOrigin}/local/people`);
  if (!response.ok) throw new Error(`The stand-in window answered ${response.status}.`);
  return (await response.json()) as readonly LocalPerson[];
};

/** The person chosen in this window: by `?as=tenantId/objectId` in the address, which is taken out of it, or before. */
export const chosenPerson = (): string | undefined => {
  const address = new URL(window.location.href);
  const asked = address.searchParams.get('as');
  if (asked !== null) {
    sessionStorage.setItem(storageKey, asked);
    address.searchParams.delete('as');
    window.history.replaceState(null, '', address);
  }
  return sessionStorage.getItem(storageKey) ?? undefined;
};

export const choosePerson = (key: string): void => sessionStorage.setItem(storageKey, key);
export const forgetPerson = (): void => sessionStorage.removeItem(storageKey);
