import type { OrganisationGroup, OrganisationUser } from '../organisation.ts';

/** The properties that `User.ReadBasic.All` may see. */
const basic = ['displayName', 'givenName', 'id', 'mail', 'surname', 'userPrincipalName'];

/** What Graph answers without `$select`. */
const byDefault = [...basic, 'businessPhones', 'jobTitle', 'mobilePhone', 'officeLocation', 'preferredLanguage'];

const known = [...byDefault, 'accountEnabled', 'userType'];

const everything = (user: OrganisationUser): Readonly<Record<string, unknown>> => ({
  businessPhones: [],
  displayName: user.displayName,
  givenName: user.givenName ?? null,
  id: user.id.toLowerCase(),
  jobTitle: user.jobTitle ?? null,
  mail: user.mail,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: null,
  surname: user.surname ?? null,
  userPrincipalName: user.userPrincipalName,
  accountEnabled: user.accountEnabled !== false,
  userType: user.guest === true ? 'Guest' : 'Member',
});

/** A `$select` in names as Graph spells them, the name that no user has, or undefined when nothing was selected. */
export const selectedProperties = (
  select: string | undefined,
): { readonly names: readonly string[] } | { readonly unknown: string } | undefined => {
  if (select === undefined || select.trim() === '') return undefined;
  const names: string[] = [];
  for (const asked of select.split(',').map((name) => name.trim())) {
    const name = known.find((candidate) => candidate.toLowerCase() === asked.toLowerCase());
    if (name === undefined) return { unknown: asked };
    names.push(name);
  }
  return { names };
};

/** True when every selected property is within `User.ReadBasic.All`. */
export const isBasic = (names: readonly string[]): boolean => names.every((name) => basic.includes(name));

/** A user as Graph answers it. With `onlyBasic` the default properties beyond the basic set are null, as the service sends them. */
export const userJson = (user: OrganisationUser, names: readonly string[] | undefined, onlyBasic: boolean): object => {
  const all = everything(user);
  const wanted = names ?? byDefault;
  return Object.fromEntries(
    wanted.map((name) => [name, onlyBasic && !basic.includes(name) && name !== 'businessPhones' ? null : all[name]]),
  );
};

/** A group as a member of a collection of directory objects; without permission to read groups only its id is told. */
export const groupJson = (group: OrganisationGroup, visible: boolean): object => ({
  '@odata.type': '#microsoft.graph.group',
  id: group.id.toLowerCase(),
  displayName: visible ? group.displayName : null,
});
