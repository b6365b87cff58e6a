import { randomUUID } from 'node:crypto';
import type { TenantReply } from '../../exchange.ts';
import type { Organisation } from '../../organisation.ts';
import type { Persistence, Principal, Room, RoomSupplies } from '../../room.ts';
import { parseTarget } from '../../server/request-target.ts';
import { router } from '../../server/router.ts';
import { sharePointRoom } from '../room.ts';

const COUNCIL = '11111111-0000-4000-8000-000000000001';
const SCHOOL = '22222222-0000-4000-8000-000000000002';
export const SITE_ID = 'council.sharepoint.example,33333333-0000-4000-8000-000000000001,33333333-0000-4000-8000-000000000002';
const APP = '44444444-0000-4000-8000-000000000001';

const user = (id: string, displayName: string) => {
  const mail = `${displayName.toLowerCase().replace(' ', '.')}@council.example`;
  return { id, displayName, mail, userPrincipalName: mail };
};

/** Two tenants, one site of the council with three groups, one app. */
export const organisation: Organisation = {
  tenants: [
    {
      id: COUNCIL,
      displayName: 'Council',
      domain: 'council.example',
      users: [
        user('u-owner', 'Olive Owner'),
        user('u-writer', 'Wendy Writer'),
        user('u-reader', 'Rory Reader'),
        user('u-stranger', 'Sam Stranger'),
      ],
      groups: [
        { id: 'g-owners', displayName: 'Owners', members: ['u-owner'] },
        { id: 'g-writers', displayName: 'Writers', members: ['u-writer'] },
        { id: 'g-readers', displayName: 'Readers', members: ['u-reader'] },
      ],
      apps: [{ clientId: APP, displayName: 'Register' }],
      sites: [
        {
          id: SITE_ID,
          hostname: 'council.sharepoint.example',
          path: '/sites/register',
          displayName: 'Register',
          members: [
            { groupId: 'g-owners', role: 'owner' },
            { groupId: 'g-writers', role: 'write' },
            { groupId: 'g-readers', role: 'read' },
          ],
        },
      ],
    },
    { id: SCHOOL, displayName: 'School', domain: 'school.example', users: [], groups: [], apps: [], sites: [] },
  ],
};

export const app = (...roles: readonly string[]): Principal => ({ kind: 'app', tenantId: COUNCIL, appId: APP, roles, scopes: [] });
export const admin = app('Sites.FullControl.All');
export const person = (objectId: string, ...scopes: readonly string[]): Principal => ({
  ...{ kind: 'user', tenantId: COUNCIL, appId: APP },
  ...{ objectId, roles: [], scopes },
});
export const foreignApp: Principal = { ...admin, tenantId: SCHOOL };

/** Keeps documents as a file would: as text. */
export function memoryPersistence(): Persistence {
  const kept = new Map<string, string>();
  const live = new Map<string, unknown>();
  const journals = new Map<string, readonly string[]>();
  return {
    load: (name) => {
      const value = live.get(name);
      if (value !== undefined) kept.set(name, JSON.stringify(value));
      return JSON.parse(kept.get(name) ?? 'null') ?? undefined;
    },
    save: (name, value) => {
      live.set(name, value);
    },
    append: (journal, entry) => {
      journals.set(journal, [...(journals.get(journal) ?? []), JSON.stringify(entry)]);
    },
    entries: (journal) => (journals.get(journal) ?? []).map((entry) => JSON.parse(entry)),
    rewrite: (journal, entries) => {
      journals.set(
        journal,
        entries.map((entry) => JSON.stringify(entry)),
      );
    },
  };
}

/** An answer as a test reads it: any path leads to a value or fails the test. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly headers: Readonly<Record<string, string>>;
  readonly units: number | undefined;
}

export interface Drive {
  /** Sends one request as the present caller; `target` is the address with its query as it stands on the wire. */
  readonly send: (method: string, target: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly be: (caller: Principal | TenantReply) => void;
  readonly clock: { now: Date };
}

export interface DriveOptions {
  readonly room?: Room;
  readonly persistence?: Persistence;
}

/** Starts a room and sends requests to its handlers through the tenant's own router. The clock stands until a test moves it. */
export function driveRoom(options: DriveOptions = {}): Drive {
  const clock = { now: new Date('2026-07-01T09:00:00Z') };
  let present: Principal | TenantReply = admin;
  const supplies: RoomSupplies = {
    organisation,
    persistence: options.persistence ?? memoryPersistence(),
    now: () => clock.now,
    authorise: async () => present,
  };
  const match = router((options.room ?? sharePointRoom)(supplies));
  const send: Drive['send'] = async (method, target, body, headers = {}) => {
    const parsed = parseTarget(target.replace('https://localhost:8443', ''));
    const found = parsed === undefined ? undefined : match(method, parsed.segments);
    if (parsed === undefined || found === undefined) throw new Error(`No route for ${method} ${target}`);
    const reply = await found.route.handle({
      method,
      path: parsed.path,
      query: parsed.query,
      headers: { 'client-request-id': randomUUID(), ...headers },
      body: Buffer.from(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)),
      params: found.params,
      origin: 'https://localhost:8443',
    });
    return { status: reply.status, body: reply.body, headers: reply.headers ?? {}, units: reply.units };
  };
  return {
    send,
    clock,
    be: (caller) => {
      present = caller;
    },
  };
}

/** A list with the given columns, made by the administrator; Title is not required. Returns the list's address. */
export async function makeList(drive: Drive, columns: readonly unknown[], displayName = 'Orders'): Promise<string> {
  drive.be(admin);
  const made = await drive.send('POST', `/v1.0/sites/${SITE_ID}/lists`, { displayName, columns, list: { template: 'genericList' } });
  if (made.status !== 201) throw new Error(`The list was not made: ${JSON.stringify(made.body)}`);
  const address = `/v1.0/sites/${SITE_ID}/lists/${made.body.id}`;
  await drive.send('PATCH', `${address}/columns/Title`, { required: false });
  return address;
}

/** Status, code and message of a refusal. */
export const refusal = ({ status, body }: Answer): readonly [number, string, string] => [status, body.error.code, body.error.message];
