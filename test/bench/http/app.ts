import { searchDirectory as declared } from '@ap/shared/contract/directory';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import { buyerMembers, fromMembership } from '@ap/shared/lists/buyer-members';
import { buyers as buyerList, fromBuyer } from '@ap/shared/lists/buyers';
import { liveDirectory } from '@ap/shared/search/live-directory';
import { app } from '@azure/functions';
import { buyerRegister } from '../../../functions/src/adapters/sharepoint/buyer-register.ts';
import { listMirror } from '../../../functions/src/adapters/sharepoint/list-mirror.ts';
import { searchDirectory } from '../../../functions/src/directory/search-directory.ts';
import { callerOf } from '../../../functions/src/http/caller.ts';
import { route } from '../../../functions/src/http/route.ts';
import { userTokenVerifier } from '../../../functions/src/http/user-token.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { corpusOf, outcodes } from '../search/corpus.ts';
import { token } from './token.ts';

// The search as the API answers it, in an app of its own: registers and directory in memory, and all that lies between a request and them as deployed.

const log = { event: () => undefined };
/** A list that was read once. */
const listed = (list: typeof buyerList | typeof buyerMembers, rows: readonly object[]) => {
  const changes = rows.map((fields, index) => ({ kind: 'row', row: { id: index + 1, eTag: `"${index},1"`, fields } }));
  let told = changes;
  const store = {
    changes: async () => {
      const reading = { changes: told, next: '1', complete: false, began: Date.now() };
      told = [];
      return reading;
    },
  };
  return { mirror: listMirror(store as never, list.title, log, Date.now, ({ fields }) => String((fields as { Title?: unknown }).Title)) };
};
const { world } = { world: memoryWorld() };
const some = (await world.ports.buyers.all())[0] as Buyer;
const schools = Array.from({ length: 209 }, (_, number) => ({ ...some, ref: `B-${number}`, name: `School ${number}` }));
const members = schools.flatMap(({ ref }, number) =>
  Array.from({ length: 8 }, (_, at) => ({
    buyerRef: ref,
    person: {
      tenantId: token.tenantId,
      objectId: number + at === 0 ? token.objectId : `00000000-0000-4000-8000-${String(number * 8 + at).padStart(12, '0')}`,
      name: 'Somebody',
      email: 'somebody@example.org',
    },
    roles: ['requester' as const],
    status: 'active' as const,
    payers: [],
  })),
);
const buyers = buyerRegister({
  buyers: listed(
    buyerList,
    schools.map((each) => fromBuyer(each)),
  ),
  buyerMembers: listed(
    buyerMembers,
    members.map((each) => fromMembership(each as never)),
  ),
} as never);
const index = liveDirectory(corpusOf(Number(process.env.BENCH_SERVICES), 1), outcodes);
const directory = {
  search: async (query: Parameters<typeof index.search>[0]) => ({ ...index.search(query), freshAt: '2026-11-24T09:00:00Z' }),
  centroid: (outcode: string) => outcodes.get(outcode.toUpperCase()),
  towns: new Map<string, string>(),
};
const search = searchDirectory({ ...world.ports, buyers, directory } as never);
const verify = userTokenVerifier({ ...token.options, authorityHost: process.env.BENCH_AUTHORITY ?? '' });
const identify = async (authorization: string | null) => callerOf(await verify(authorization), buyers, token.tenantId);
const known = await callerOf({ ...token.user }, buyers, token.tenantId);
const supplies = { log, parking: { join: () => undefined, park: async () => '' }, features: async () => ({ off: [] }) };

app.http('bare', {
  methods: ['GET'],
  authLevel: 'anonymous',
  handler: async () => ({ headers: { 'content-type': 'application/json' }, body: '{"ok":true}' }),
});
route(declared, { ...supplies, identify }, search);
route({ ...declared, name: 'searchOfKnown', path: '/known' } as typeof declared, { ...supplies, identify: async () => known }, search);
