import { samplePerson } from '@ap/local/sample/people';
import { aBuyer, aCheck, aMembership, aProvider, aRate, aService, officer } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { financialYearOf } from '@ap/shared/domain/ledgers/financial-year';
import { pence } from '@ap/shared/domain/money/money';
import type { PersonId } from '@ap/shared/domain/people/person';
import type { ProviderStanding } from '@ap/shared/domain/quality/provider-standing';
import { defaultQualityPolicy } from '@ap/shared/domain/quality/quality-policy';
import { fromMembership } from '@ap/shared/lists/buyer-members';
import { fromBuyer } from '@ap/shared/lists/buyers';
import { fromFramework } from '@ap/shared/lists/frameworks';
import { fromLedger, toLedger } from '@ap/shared/lists/ledgers';
import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import { fromLot, lots as lotList } from '@ap/shared/lists/lots';
import { fromProviderSite } from '@ap/shared/lists/provider-sites';
import { fromProvider } from '@ap/shared/lists/providers';
import { fromQaCheck } from '@ap/shared/lists/qa-checks';
import { fromStanding } from '@ap/shared/lists/quality/provider-standings';
import { fromRate } from '@ap/shared/lists/rate-cards';
import { fromService } from '@ap/shared/lists/services';
import { activityFeed } from '../../functions/src/adapters/graph/activity-feed.ts';
import { apiApplication, appToken, confidentialClient, graphClient } from '../../functions/src/adapters/graph/graph-client.ts';
import { graphMail } from '../../functions/src/adapters/graph/graph-mail.ts';
import { awardedRegister } from '../../functions/src/adapters/sharepoint/awarded-register.ts';
import { budgetRegister } from '../../functions/src/adapters/sharepoint/budget-register.ts';
import { buyerRegister } from '../../functions/src/adapters/sharepoint/buyer-register.ts';
import { callOffRegister } from '../../functions/src/adapters/sharepoint/call-off-register.ts';
import { guardedList } from '../../functions/src/adapters/sharepoint/guarded-list.ts';
import type { KeptList } from '../../functions/src/adapters/sharepoint/mirrors.ts';
import { policies } from '../../functions/src/adapters/sharepoint/policies.ts';
import { providerRegister } from '../../functions/src/adapters/sharepoint/provider-register.ts';
import { recordRegister } from '../../functions/src/adapters/sharepoint/record-register.ts';
import { connector } from '../../functions/src/adapters/teams/connector.ts';
import type { AdaptiveCard, TextBlock } from '../../functions/src/cards/adaptive-card.ts';
import { newCard } from '../../functions/src/cards/new-card.ts';
import type { Age } from '../../functions/src/ports/providers.ts';
import { listEditor } from '../support/list-editor.ts';
import { registerOfATest, type TestRegister } from '../support/register-of-a-test.ts';
import { awardedContract } from './awarded.contract.ts';
import { buyerRegisterContract } from './buyer-register.contract.ts';
import { callOffRegisterContract } from './call-off-register.contract.ts';
import { cardsContract } from './cards.contract.ts';
import { feedContract } from './feed.contract.ts';
import { guardedListContract } from './guarded-list.contract.ts';
import { ledgersContract } from './ledgers.contract.ts';
import { mailContract } from './mail.contract.ts';
import { providerRegisterContract } from './provider-register.contract.ts';

// The product's own adapters on the local tenant pass the suites that the ports in memory pass.

let tenant: TestRegister;
beforeAll(async () => {
  tenant = await registerOfATest();
});
afterAll(() => tenant?.stop(), 60_000);

/** Writes rows as a commissioner would, before the adapter under test starts. */
const write = async <L extends ListDefinition>({ store }: KeptList<L>, rows: readonly (Fields<L> | undefined)[]): Promise<void> => {
  for (const fields of rows) {
    const outcome = fields && (await store.add(fields));
    if (outcome && !outcome.ok) throw new Error(`Not written: ${outcome.why}`);
  }
};

describe('call-offs in SharePoint', () => {
  callOffRegisterContract(async () => ({
    register: callOffRegister(tenant.lists().callOffs),
    restarted: () => callOffRegister(tenant.lists().callOffs),
    remove: async (itemId) => {
      await tenant.graph.api(`${await tenant.sitePath()}/lists/CallOffs/items/${itemId}`).delete();
    },
  }));
});

describe('ledgers in SharePoint', () => {
  const ledgerRegister = () => recordRegister(tenant.lists().ledgers, { toState: toLedger, fromState: fromLedger });
  ledgersContract(async () => ({ register: ledgerRegister(), restarted: ledgerRegister }));

  test('a budget is found by buyer and year, fresh and as last known; without a row nobody watches', async () => {
    const year = financialYearOf(localDate('2026-11-24'));
    await write(tenant.lists().budgets, [{ Title: `113899 ${year}`, BuyerRef: '113899', Year: year, Allocated: pence(1_234_56) }]);
    const budgets = budgetRegister(tenant.lists());
    for (const age of ['fresh', 'known'] as const) {
      expect(await budgets.allocated('113899', year, age)).toBe(123_456);
      expect(await budgets.allocated('113898', year, age)).toBeUndefined();
    }
  });
});

describe('providers in SharePoint', () => {
  providerRegisterContract(async ({ framework, lot, provider, standing, service, site, rates, qaChecks }) => {
    const lists = tenant.lists();
    await write(lists.frameworks, [framework && fromFramework(framework)]);
    await write(lists.lots, [lot && fromLot(lot)]);
    await write(lists.providers, [provider && fromProvider(provider)]);
    await write(lists.providerStandings, [standing && fromStanding(standing as ProviderStanding)]);
    await write(lists.providerSites, [site && fromProviderSite(site)]);
    await write(lists.services, [service && fromService(service)]);
    await write(lists.rateCards, rates.map(fromRate));
    await write(lists.qaChecks, qaChecks.map(fromQaCheck));
    return providerRegister(tenant.lists());
  });
});

describe('what an award makes so, in SharePoint', () => {
  awardedContract(async (provider) => {
    const lists = tenant.lists();
    await write(lists.providers, [fromProvider(provider)]);
    // Read by another process than the one that wrote.
    const read = providerRegister(tenant.lists());
    return {
      register: awardedRegister(lists),
      provider: async (ref) => (await read.provider(ref, 'fresh')).provider,
      service: async (ref) => (await read.facts(ref, 'fresh')).service,
      rates: async (serviceRef) => (await read.facts(serviceRef, 'fresh')).rates,
    };
  });
});

describe('a list under guard in SharePoint', () => {
  guardedListContract(async () => {
    const administrator = listEditor(tenant, 'administrator');
    const list = guardedList(lotList, {
      client: tenant.graph,
      sitePath: tenant.sitePath,
      tenantId: tenant.settings.TENANT_ID,
      ownAppId: tenant.settings.RUNTIME_CLIENT_ID,
      refresh: async () => undefined,
    });
    return {
      list,
      outside: {
        enter: async (fields) => Number(await administrator.add('Lots', fields)),
        edit: async (itemId, fields) => {
          expect((await administrator.call('PATCH', `Lots/items/${itemId}/fields`, fields)).status).toBe(200);
        },
        erase: async (itemId) => {
          expect((await administrator.call('DELETE', `Lots/items/${itemId}`)).status).toBe(204);
        },
      },
    };
  });
});

describe('rows that a person typed in their own way', () => {
  test.each<Age>(['fresh', 'known'])('belong to the provider and the service that they name, whatever their capitals (%s)', async (age) => {
    const lists = tenant.lists();
    const mark = age === 'fresh' ? 'HAND-1' : 'HAND-2';
    const [ref, providerRef] = [`S-${mark}`, `P-${mark}`];
    const check = fromQaCheck(aCheck('insurance', { ref: `Q-${mark}`, providerRef, outcome: 'failed' }));
    await write(lists.providers, [fromProvider(aProvider({ ref: providerRef.toLowerCase() }))]);
    await write(lists.services, [fromService(aService({ ref, providerRef }))]);
    await write(lists.rateCards, [fromRate(aRate({ ref: `R-${mark}`, serviceRef: ref.toLowerCase() }))]);
    await write(lists.qaChecks, [{ ...check, ProviderRef: providerRef.toLowerCase() }]);
    const found = await providerRegister(tenant.lists()).facts(ref, age);
    expect(found.provider?.ref).toBe(providerRef);
    expect(found.rates.map(({ serviceRef }) => serviceRef)).toEqual([ref]);
    expect(found.qaChecks.map(({ outcome }) => outcome)).toEqual(['failed']);
  });

  test('a membership under another title is changed, not doubled', async () => {
    const lists = tenant.lists();
    const ref = 'CD-BY-HAND';
    await write(lists.buyers, [fromBuyer(aBuyer({ ref, type: 'council-department' }))]);
    const row = fromMembership(aMembership(officer, ['approver'], { buyerRef: ref }));
    await write(lists.buyerMembers, [{ ...row, Title: 'Offa, our officer' }]);
    await buyerRegister(tenant.lists()).setMembership(ref, officer, 'removed', ['approver']);
    expect((await buyerRegister(tenant.lists()).members(ref, 'fresh')).map(({ status }) => status)).toEqual(['removed']);
  });
});

describe('policies in the Settings list', () => {
  const read = async (Value: string | undefined) => {
    const lists = tenant.lists();
    const [row] = await lists.settings.store.find('Title', 'quality-policy');
    if (row) await tenant.graph.api(`${await tenant.sitePath()}/lists/Settings/items/${row.id}`).delete();
    await write(lists.settings, [Value === undefined ? undefined : { Title: 'quality-policy', Value }]);
    return policies(tenant.lists()).qualityPolicy();
  };
  const chosen = { dueDays: 60, reminderDays: [30, 7], cardDays: 21, longestWaiverDays: 30 };

  test('R19: when checks are due and reminded of is what a commissioner wrote, or the default where nobody did', async () => {
    expect(await read(undefined)).toEqual(defaultQualityPolicy);
    expect(await read(JSON.stringify(chosen))).toEqual(chosen);
  });

  test.each(['', '{', JSON.stringify({ ...chosen, dueDays: 0 }), JSON.stringify({ ...chosen, more: 1 }), 'sixty days'])(
    'what cannot be read is refused, never guessed: %s',
    async (text) => {
      await expect(read(text === '' ? ' ' : text)).rejects.toMatchObject({ code: 'record-unreadable' });
    },
  );
});

describe('buyers in SharePoint', () => {
  buyerRegisterContract(async ({ buyers, members }) => {
    const lists = tenant.lists();
    await write(
      lists.buyers,
      buyers.map((buyer) => fromBuyer(buyer)),
    );
    await write(lists.buyerMembers, members.map(fromMembership));
    return { buyers: buyerRegister(tenant.lists()), restarted: () => buyerRegister(tenant.lists()) };
  });
});

const idOf = (key: string): PersonId => {
  const { tenantId, userId } = samplePerson(key);
  return { tenantId, objectId: userId };
};

describe('cards through the Bot Connector', () => {
  cardsContract(async () => {
    const { settings, people } = tenant;
    const bot = confidentialClient(settings, { clientId: settings.BOT_APP_ID, secret: settings.BOT_CLIENT_SECRET });
    const token = () => appToken(bot, 'https://api.botframework.com/.default');
    const keyOf = (person: PersonId) =>
      ['senco', 'second-approver', 'academy-senco'].find((key) => idOf(key).objectId === person.objectId) ?? '';
    return {
      cards: connector({
        botAppId: settings.BOT_APP_ID,
        tenantId: settings.TENANT_ID,
        serviceUrl: settings.BOT_SERVICE_URL,
        allowedHosts: settings.BOT_SERVICE_HOSTS,
        token,
        log: { event: () => undefined },
      }),
      person: idOf('senco'),
      withoutApp: idOf('second-approver'),
      foreigner: idOf('academy-senco'),
      shown: async (person) =>
        (await people.chat(keyOf(person))).map(({ activity }) => {
          const [attachment] = activity.attachments ?? [];
          const content = attachment?.content as AdaptiveCard | undefined;
          return (content?.body[0] as TextBlock | undefined)?.text ?? '';
        }),
      remove: async ({ serviceUrl, conversationId, activityId }) => {
        const activity = `v3/conversations/${encodeURIComponent(conversationId)}/activities/${activityId}`;
        const removed = await fetch(new URL(activity, serviceUrl), {
          method: 'DELETE',
          headers: { authorization: `Bearer ${await token()}` },
        });
        if (!removed.ok) throw new Error(`Not removed: ${removed.status}`);
      },
    };
  });
});

test('a registration that is not the bot reaches nobody, which is not told as an app that the person lacks', async () => {
  const { settings } = tenant;
  const other = confidentialClient(settings, { clientId: settings.RUNTIME_CLIENT_ID, secret: settings.RUNTIME_CLIENT_SECRET });
  const logged: string[] = [];
  const cards = connector({
    botAppId: settings.BOT_APP_ID,
    tenantId: settings.TENANT_ID,
    serviceUrl: settings.BOT_SERVICE_URL,
    allowedHosts: settings.BOT_SERVICE_HOSTS,
    token: () => appToken(other, 'https://api.botframework.com/.default'),
    log: { event: (_level, name, { code }) => logged.push(`${name} ${code}`) },
  });
  const card = newCard({ title: 'Hello', otherwise: 'Hello', body: [], actions: [] });
  expect(await cards.send(idOf('senco'), card, 'Hello')).toEqual({ ok: false, why: 'teams-refused' });
  expect(logged).toEqual(['teams-refused BotNotRegistered']);
});

describe("mail from the framework's mailbox", () => {
  mailContract(async () => ({
    mail: graphMail(tenant.graph, tenant.settings.MAIL_SENDER),
    arrived: async (to) => [...(await tenant.people.mail(to))].reverse().map(({ subject, content }) => ({ subject, html: content })),
  }));
});

describe("people's activity feed in Teams", () => {
  feedContract(async () => {
    const { settings, people } = tenant;
    const api = apiApplication(settings);
    return {
      feed: activityFeed({ client: api && graphClient(settings, api), tenantId: settings.TENANT_ID, teamsAppKnown: true }),
      person: idOf('senco'),
      withoutApp: idOf('second-approver'),
      foreigner: idOf('academy-senco'),
      link: `${settings.TEAMS_URL}/l/entity/${settings.TEAMS_LINK_APP_ID}/home`,
      shown: async (person) => (await people.feed(person)).map(({ topic }) => topic.replace('Request ', '')).toReversed(),
    };
  });

  test('the product’s own registration is not the app: Teams would take nothing from it', async () => {
    const { settings, graph } = tenant;
    const feed = activityFeed({ client: graph, tenantId: settings.TENANT_ID, teamsAppKnown: true });
    const entry = { type: 'approvalReminder', blanks: {}, preview: 'x', topic: 'x', link: settings.TEAMS_URL };
    expect(await feed.tell(idOf('senco'), entry, 1)).toEqual({ ok: false, why: 'not-installed' });
  });

  test('an installed package that does not know the type is too old, and a limit is waited for', async () => {
    const { settings, people } = tenant;
    const api = apiApplication(settings);
    const feed = activityFeed({ client: api && graphClient(settings, api), tenantId: settings.TENANT_ID, teamsAppKnown: true });
    const entry = { type: 'ofTomorrow', blanks: {}, preview: 'x', topic: 'x', link: `${settings.TEAMS_URL}/l/entity/x` };
    expect(await feed.tell(idOf('senco'), entry, 1)).toEqual({ ok: false, why: 'package-too-old' });
    await people.fault({ method: 'POST', path: '/sendActivityNotification$' }, { status: 429, code: 'TooManyRequests', retryAfter: 40 });
    await expect(feed.tell(idOf('senco'), entry, 1)).rejects.toMatchObject({ name: 'ServiceBusy', retryAfterSeconds: 40 });
  });

  test('without a credential of the API’s registration, or the app’s id in Teams, nothing is asked of Graph', async () => {
    const { settings } = tenant;
    const { API_CLIENT_SECRET: _none, ...rest } = settings;
    expect(apiApplication(rest)).toBeUndefined();
    const entry = { type: 'approvalReminder', blanks: {}, preview: 'x', topic: 'x', link: 'https://ap.council.example' };
    for (const [client, teamsAppKnown] of [
      [undefined, true],
      [tenant.graph, false],
    ] as const)
      expect(await activityFeed({ client, tenantId: settings.TENANT_ID, teamsAppKnown }).tell(idOf('senco'), entry, 1)).toEqual({
        ok: false,
        why: 'not-set-up',
      });
  });
});
