import { listPath, type SharePointRest } from './rest.ts';

/** Somebody or some group with a role on the site or on a list. */
export interface Assignment {
  readonly principalId: number;
  readonly title: string;
  readonly loginName: string;
  readonly isSiteGroup: boolean;
  readonly access: 'none' | 'read' | 'edit';
}

interface RawMember {
  readonly Id: number;
  readonly Title: string;
  readonly LoginName: string;
  readonly PrincipalType: number;
}

interface RawAssignment {
  readonly Member: RawMember;
  readonly RoleDefinitionBindings: readonly { readonly RoleTypeKind: number }[];
}

/** SharePoint's kinds of 'Limited Access' (1) and 'Web-Only Limited Access' (9): it gives them to whoever may open one list, and they open nothing by themselves. */
const limitedKinds: readonly number[] = [1, 9];

/** Of the kinds of role 2 is Read; all others but the limited ones may change items. */
const accessOf = (kinds: readonly number[]): Assignment['access'] => {
  const real = kinds.filter((kind) => !limitedKinds.includes(kind));
  if (real.length === 0) return 'none';
  return real.every((kind) => kind === 2) ? 'read' : 'edit';
};

/**
 * What a login name of SharePoint says about who it is: a group's object id at its end (`c:0t.c|tenant|{id}`, with `_o` for the owners
 * of a Microsoft 365 group), or a person's sign-in name (`i:0#.f|membership|{name}`). `Everyone` and its like match nothing allowed.
 */
export const readerIdOf = (loginName: string): string => {
  const last = loginName.slice(loginName.lastIndexOf('|') + 1).toLowerCase();
  return last.replace(/_o$/, '');
};

const siteGroupType = 8;

const toAssignment = ({ Member, RoleDefinitionBindings }: RawAssignment): Assignment => ({
  principalId: Member.Id,
  title: Member.Title,
  loginName: Member.LoginName,
  isSiteGroup: Member.PrincipalType === siteGroupType,
  access: accessOf(RoleDefinitionBindings.map(({ RoleTypeKind }) => RoleTypeKind)),
});

/** Apps and the service's own account are not people: what they may do is `grant`'s to check. */
const isPerson = ({ loginName }: Assignment): boolean => !/^(i:0i\.t\||SHAREPOINT\\|app@sharepoint)/i.test(loginName);

const roleAssignments = async (rest: SharePointRest, scope: string): Promise<readonly Assignment[]> => {
  const { value } = await rest.get<{ value: readonly RawAssignment[] }>(`${scope}roleassignments?$expand=Member,RoleDefinitionBindings`);
  return value.map(toAssignment).filter((assignment) => isPerson(assignment) && assignment.access !== 'none');
};

/** Groups and people with a role on the site; apps are left out. */
export const siteAssignments = (rest: SharePointRest): Promise<readonly Assignment[]> => roleAssignments(rest, '');

/** Groups and people with a role on a list, inherited or its own; apps are left out. */
export const listAssignments = (rest: SharePointRest, listId: string): Promise<readonly Assignment[]> =>
  roleAssignments(rest, `${listPath(listId)}/`);

/** Members of a group that the site itself keeps (Owners, Members, Visitors): people, and groups of the directory. */
export const siteGroupMembers = async (
  rest: SharePointRest,
  groupId: number,
): Promise<readonly { readonly title: string; readonly loginName: string }[]> => {
  const { value } = await rest.get<{ value: readonly RawMember[] }>(`sitegroups(${groupId})/users`);
  return value.map(({ Title, LoginName }) => ({ title: Title, loginName: LoginName }));
};

export const hasOwnPermissions = async (rest: SharePointRest, listId: string): Promise<boolean> => {
  const list = await rest.get<{ HasUniqueRoleAssignments: boolean }>(`${listPath(listId)}?$select=HasUniqueRoleAssignments`);
  return list.HasUniqueRoleAssignments;
};

const readRole = 1_073_741_826;
const contributeRole = 1_073_741_827;

/** A named person or group as SharePoint's `ensureuser` takes it: an object id is a security group of the directory, anything else a sign-in name. */
const loginNameOf = (named: string): string => (/^[0-9a-f-]{36}$/i.test(named) ? `c:0t.c|tenant|${named}` : `i:0#.f|membership|${named}`);

/**
 * Gives everyone who has a role on the site exactly Read on one list. Nobody's role is taken before their new one can be given, except
 * where inheritance is broken for the first time: run again, it gives what is missing.
 */
export const makeReadOnly = async (rest: SharePointRest, listId: string): Promise<void> => {
  const onSite = await siteAssignments(rest);
  const path = listPath(listId);
  const isBroken = await hasOwnPermissions(rest, listId);
  if (!isBroken) await rest.post(`${path}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`);
  const onList = await listAssignments(rest, listId);
  for (const { principalId, access } of onList)
    if (access === 'edit') await rest.remove(`${path}/roleassignments/getbyprincipalid(${principalId})`);
  const readers = new Set(onList.filter(({ access }) => access === 'read').map(({ principalId }) => principalId));
  // Whoever breaks the inheritance is left with a role by SharePoint itself; that is nobody whom the council let in.
  const formerEditors = isBroken ? onList.filter(({ access }) => access === 'edit').map(({ principalId }) => principalId) : [];
  const wanted = new Set([...onSite.map(({ principalId }) => principalId), ...formerEditors]);
  for (const principalId of wanted)
    if (!readers.has(principalId))
      await rest.post(`${path}/roleassignments/addroleassignment(principalid=${principalId},roledefid=${readRole})`);
};

/**
 * Closes one list to everybody but the named people and groups, who may then read or edit it. Whoever else had a role loses it first. Administrators of
 * the site collection stay able to open every list: SharePoint asks no list about them.
 */
export const restrictTo = async (
  rest: SharePointRest,
  listId: string,
  named: readonly string[],
  access: 'read' | 'edit',
): Promise<void> => {
  const path = listPath(listId);
  if (!(await hasOwnPermissions(rest, listId)))
    await rest.post(`${path}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`);
  const role = access === 'edit' ? contributeRole : readRole;
  for (const { principalId } of await listAssignments(rest, listId))
    await rest.remove(`${path}/roleassignments/getbyprincipalid(${principalId})`);
  for (const each of named) {
    const { Id } = (await rest.post('ensureuser', { logonName: loginNameOf(each) })) as { Id: number };
    await rest.post(`${path}/roleassignments/addroleassignment(principalid=${Id},roledefid=${role})`);
  }
};
