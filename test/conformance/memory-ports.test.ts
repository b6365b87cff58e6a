import { aListing, head, officer, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import type { Membership } from '@ap/shared/domain/people/membership';
import { personKey } from '@ap/shared/domain/people/person';
import type { ListingFacts } from '@ap/shared/domain/register/service-may-be-ordered';
import { fromLedger, ledgers, toLedger } from '@ap/shared/lists/ledgers';
import { lots } from '@ap/shared/lists/lots';
import type { TextBlock } from '../../functions/src/cards/adaptive-card.ts';
import { memoryAudit } from '../ports/memory-audit.ts';
import { memoryAwarded } from '../ports/memory-awarded.ts';
import { memoryBooks } from '../ports/memory-books.ts';
import { memoryBuyers } from '../ports/memory-buyers.ts';
import { memoryCards } from '../ports/memory-cards.ts';
import { memoryChoices } from '../ports/memory-choices.ts';
import { memoryDrafts } from '../ports/memory-drafts.ts';
import { memoryEffects } from '../ports/memory-effects.ts';
import { memoryFeed } from '../ports/memory-feed.ts';
import { memoryGoodCopies, memoryGuardedList } from '../ports/memory-guarded-list.ts';
import { memoryLinks } from '../ports/memory-links.ts';
import { memoryMail } from '../ports/memory-mail.ts';
import { memoryNoticePictures } from '../ports/memory-notice-pictures.ts';
import { memoryNoticeSends } from '../ports/memory-notice-sends.ts';
import { memoryPace } from '../ports/memory-pace.ts';
import { memoryParked } from '../ports/memory-parked.ts';
import { memoryProviders } from '../ports/memory-providers.ts';
import { memoryRecords } from '../ports/memory-records.ts';
import { memoryRegister } from '../ports/memory-register.ts';
import { memorySavedSearches } from '../ports/memory-saved-searches.ts';
import { memoryShortlists } from '../ports/memory-shortlists.ts';
import { memoryGivenUp, memoryStuck } from '../ports/memory-stuck.ts';
import { memoryUnmetNeeds } from '../ports/memory-unmet-needs.ts';
import { memoryWelcomes } from '../ports/memory-welcomes.ts';
import { auditContract } from './audit.contract.ts';
import { awardedContract } from './awarded.contract.ts';
import { buyerRegisterContract } from './buyer-register.contract.ts';
import { callOffRegisterContract } from './call-off-register.contract.ts';
import { cardsContract } from './cards.contract.ts';
import { choicesContract } from './choices.contract.ts';
import { draftsContract } from './drafts.contract.ts';
import { effectsContract } from './effects.contract.ts';
import { feedContract } from './feed.contract.ts';
import { goodCopiesContract } from './good-copies.contract.ts';
import { guardedListContract } from './guarded-list.contract.ts';
import { ledgersContract } from './ledgers.contract.ts';
import { linksContract } from './links.contract.ts';
import { mailContract } from './mail.contract.ts';
import { noticePicturesContract } from './notice-pictures.contract.ts';
import { noticeSendsContract } from './notice-sends.contract.ts';
import { paceContract } from './pace.contract.ts';
import { parkedContract } from './parked.contract.ts';
import { providerRegisterContract } from './provider-register.contract.ts';
import { readingBooksContract } from './reading-books.contract.ts';
import { savedSearchesContract } from './saved-searches.contract.ts';
import { shortlistsContract } from './shortlists.contract.ts';
import { stuckContract } from './stuck.contract.ts';
import { unmetNeedsContract } from './unmet-needs.contract.ts';
import { welcomesContract } from './welcomes.contract.ts';

// What the tests of use cases rest on behaves as the product's own adapters do: the same suites, over the ports in memory.

describe('the audit log in memory', () => {
  auditContract(async () => {
    const audit = memoryAudit();
    return { audit, recorded: async () => audit.events };
  });
});

describe('ledgers in memory', () => {
  ledgersContract(async () => {
    const register = memoryRecords(ledgers, { toState: toLedger, fromState: fromLedger });
    return { register, restarted: () => register };
  });
});

describe('what is stuck, in memory', () => {
  stuckContract(async () => {
    const givenUp = memoryGivenUp();
    return { stuck: memoryStuck(), givenUp, giveUp: async (queue, text) => void givenUp.lying.push({ queue, text }) };
  });
});

describe('good copies in memory', () => {
  goodCopiesContract(async () => {
    const copies = memoryGoodCopies();
    return { copies, restarted: () => copies };
  });
});

describe('a list under guard in memory', () => {
  guardedListContract(async () => {
    const list = memoryGuardedList(lots, () => '2026-11-26T10:00:00Z');
    const by = { kind: 'program' } as const;
    return {
      list,
      outside: {
        enter: async (fields) => list.enter(by, fields),
        edit: async (itemId, fields) => list.edit(itemId, by, fields),
        erase: async (itemId) => list.erase(itemId),
      },
    };
  });
});

describe('effects in memory', () => {
  effectsContract(async () => {
    const effects = memoryEffects();
    return { effects, restarted: () => effects, waiting: async () => effects.queue };
  });
});

describe('choices in memory', () => {
  choicesContract(async () => {
    const choices = memoryChoices();
    return { choices, restarted: () => choices };
  });
});

describe('unmet needs in memory', () => {
  unmetNeedsContract(async () => memoryUnmetNeeds());
});

describe('sent notices in memory', () => {
  noticeSendsContract(async () => {
    const sends = memoryNoticeSends();
    return { sends, restarted: () => sends };
  });
});

describe('pictures of notices in memory', () => {
  noticePicturesContract(async () => {
    const pictures = memoryNoticePictures();
    return { pictures, restarted: () => pictures };
  });
});

describe('saved searches in memory', () => {
  savedSearchesContract(async () => {
    const searches = memorySavedSearches();
    return { searches, restarted: () => searches };
  });
});

describe('shortlists in memory', () => {
  shortlistsContract(async () => {
    const shortlists = memoryShortlists();
    return { shortlists, restarted: () => shortlists };
  });
});

describe('call-offs in memory', () => {
  callOffRegisterContract(async () => {
    const register = memoryRegister();
    return { register, restarted: () => register, remove: async (itemId) => register.remove(itemId) };
  });
});

describe('providers in memory', () => {
  providerRegisterContract(async (facts) => memoryProviders(() => facts));
});

describe('what an award makes so, in memory', () => {
  awardedContract(async (provider) => {
    let listing: ListingFacts = { ...aListing(), provider, service: undefined, rates: [] };
    const rows = () => listing;
    const read = memoryProviders(rows);
    const register = memoryAwarded(rows, (next) => {
      listing = { ...listing, ...next };
    });
    return {
      register,
      provider: async (ref) => (await read.provider(ref, 'fresh')).provider,
      service: async (ref) => (await read.facts(ref, 'fresh')).service,
      rates: async (serviceRef) => (await read.facts(serviceRef, 'fresh')).rates,
    };
  });
});

describe('buyers in memory', () => {
  buyerRegisterContract(async ({ buyers, members }) => {
    let held: readonly Membership[] = members;
    const register = memoryBuyers({
      buyers: () => buyers,
      members: () => held,
      write: (next) => {
        held = next;
      },
    });
    return { buyers: register, restarted: () => register };
  });
});

describe('cards in memory', () => {
  cardsContract(async () => {
    const cards = memoryCards({ cards: false, onlyTenant: head.tenantId });
    cards.withoutApp.add(personKey(senco));
    return {
      cards,
      person: head,
      withoutApp: senco,
      foreigner: officer,
      shown: async (person) => cards.shown(person).map(({ card }) => (card.body[0] as TextBlock).text),
      remove: async (sent) => cards.remove(sent),
    };
  });
});

describe('mail in memory', () => {
  mailContract(async () => {
    const mail = memoryMail({ mail: false });
    const arrived = async (address: string) => mail.sent.filter(({ to }) => to === address).map(({ subject, html }) => ({ subject, html }));
    return { mail, arrived };
  });
});

describe('drafts in memory', () => {
  draftsContract(async () => {
    const drafts = memoryDrafts();
    return { drafts, restarted: () => drafts };
  });
});

describe('parked commands in memory', () => {
  parkedContract(async () => {
    const parked = memoryParked();
    const due = async () => parked.asked.filter(({ delaySeconds }) => delaySeconds === 0).map(({ delaySeconds: _, ...asked }) => asked);
    return { parked, restarted: () => parked, due };
  });
});

describe('welcomes in memory', () => {
  welcomesContract(async () => {
    const welcomes = memoryWelcomes();
    return { welcomes, restarted: () => welcomes };
  });
});

describe('the activity feed in memory', () => {
  feedContract(async () => {
    const feed = memoryFeed({ feed: false });
    feed.unreached.set(personKey(head), 'not-installed').set(personKey(officer), 'other-tenant');
    return {
      feed,
      person: senco,
      withoutApp: head,
      foreigner: officer,
      link: 'https://teams.microsoft.com/l/entity/app/home',
      shown: async (person) => feed.told.filter(({ to }) => to === personKey(person)).map(({ entry }) => entry.blanks.request ?? ''),
    };
  });
});

describe('what processes read, in memory', () => {
  readingBooksContract(async () => {
    const books = memoryBooks();
    return { books, restarted: () => books };
  });
});

describe('the pace in memory', () => {
  paceContract(async () => {
    const pace = memoryPace();
    return { pace, restarted: () => pace };
  });
});

describe('capability links in memory', () => {
  linksContract(async () => {
    const links = memoryLinks();
    return { links, restarted: () => links };
  });
});
