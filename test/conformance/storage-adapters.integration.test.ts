import { choiceStore } from '../../functions/src/adapters/storage/choice-store.ts';
import { draftStore } from '../../functions/src/adapters/storage/draft-store.ts';
import { effectMessage, effectStore } from '../../functions/src/adapters/storage/effect-queue.ts';
import { goodCopies } from '../../functions/src/adapters/storage/good-copies.ts';
import { linkStore } from '../../functions/src/adapters/storage/link-store.ts';
import { noticePictureStore } from '../../functions/src/adapters/storage/notice-picture-store.ts';
import { noticeSendStore } from '../../functions/src/adapters/storage/notice-send-store.ts';
import { parkedMessage, parkedStore } from '../../functions/src/adapters/storage/parked-store.ts';
import { readingBooks } from '../../functions/src/adapters/storage/reading-books.ts';
import { savedSearchStore } from '../../functions/src/adapters/storage/saved-search-store.ts';
import { shortlistStore } from '../../functions/src/adapters/storage/shortlist-store.ts';
import { givenUpMessages, stuckStore } from '../../functions/src/adapters/storage/stuck-store.ts';
import { unmetNeedStore } from '../../functions/src/adapters/storage/unmet-need-store.ts';
import { storageOfATest, type TestStorage } from '../support/storage-of-a-test.ts';
import { choicesContract } from './choices.contract.ts';
import { draftsContract } from './drafts.contract.ts';
import { effectsContract } from './effects.contract.ts';
import { goodCopiesContract } from './good-copies.contract.ts';
import { linksContract } from './links.contract.ts';
import { noticePicturesContract } from './notice-pictures.contract.ts';
import { noticeSendsContract } from './notice-sends.contract.ts';
import { parkedContract } from './parked.contract.ts';
import { readingBooksContract } from './reading-books.contract.ts';
import { savedSearchesContract } from './saved-searches.contract.ts';
import { shortlistsContract } from './shortlists.contract.ts';
import { stuckContract } from './stuck.contract.ts';
import { unmetNeedsContract } from './unmet-needs.contract.ts';

let azurite: TestStorage;
beforeAll(async () => {
  azurite = await storageOfATest();
});
afterAll(() => azurite?.stop());

describe('effects in Azure Storage', () => {
  effectsContract(async () => {
    const storage = azurite.fresh();
    return {
      effects: effectStore(storage),
      restarted: () => effectStore(storage),
      waiting: async () => {
        const { peekedMessageItems } = await storage.queue('effects').peekMessages({ numberOfMessages: 32 });
        return peekedMessageItems.flatMap(({ messageText }) => {
          const message: unknown = JSON.parse(Buffer.from(messageText, 'base64').toString('utf8'));
          const { list, itemId, effectIds, once, byHand } = effectMessage.parse(message);
          return effectIds.map((effectId) => ({ list, itemId, effectId, ...(once ? { once } : {}), ...(byHand ? { byHand } : {}) }));
        });
      },
    };
  });
});

describe('what processes read, in Azure Storage', () => {
  readingBooksContract(async () => {
    const storage = azurite.fresh();
    return { books: readingBooks(storage), restarted: () => readingBooks(storage) };
  });
});

describe('drafts in Azure Storage', () => {
  draftsContract(async () => {
    const storage = azurite.fresh();
    return { drafts: draftStore(storage), restarted: () => draftStore(storage) };
  });
});

describe('parked commands in Azure Storage', () => {
  parkedContract(async () => {
    const storage = azurite.fresh();
    const due = async () => {
      const { peekedMessageItems } = await storage.queue('parked').peekMessages({ numberOfMessages: 32 });
      return peekedMessageItems.map(({ messageText }) => {
        const message: unknown = JSON.parse(Buffer.from(messageText, 'base64').toString('utf8'));
        const { id, tries, once } = parkedMessage.parse(message);
        return { id, tries, ...(once ? { once } : {}) };
      });
    };
    return { parked: parkedStore(storage), restarted: () => parkedStore(storage), due };
  });
});

describe('what is stuck, in Azure Storage', () => {
  stuckContract(async () => {
    const storage = azurite.fresh();
    return {
      stuck: stuckStore(storage),
      givenUp: givenUpMessages(storage),
      giveUp: async (queue, text) => {
        const poison = storage.queue(`${queue}-poison`);
        await poison.createIfNotExists();
        await poison.sendMessage(Buffer.from(text).toString('base64'));
      },
    };
  });
});

describe('shortlists in Azure Storage', () => {
  shortlistsContract(async () => {
    const storage = azurite.fresh();
    return { shortlists: shortlistStore(storage), restarted: () => shortlistStore(storage) };
  });
});

describe('choices in Azure Storage', () => {
  choicesContract(async () => {
    const storage = azurite.fresh();
    return { choices: choiceStore(storage), restarted: () => choiceStore(storage) };
  });
});

describe('unmet needs in Azure Storage', () => {
  unmetNeedsContract(async () => unmetNeedStore(azurite.fresh()));
});

describe('sent notices in Azure Storage', () => {
  noticeSendsContract(async () => {
    const storage = azurite.fresh();
    return { sends: noticeSendStore(storage), restarted: () => noticeSendStore(storage) };
  });
});

describe('pictures of notices in Azure Storage', () => {
  noticePicturesContract(async () => {
    const storage = azurite.fresh();
    return { pictures: noticePictureStore(storage), restarted: () => noticePictureStore(storage) };
  });
});

describe('saved searches in Azure Storage', () => {
  savedSearchesContract(async () => {
    const storage = azurite.fresh();
    return { searches: savedSearchStore(storage), restarted: () => savedSearchStore(storage) };
  });
});

describe('good copies in Azure Storage', () => {
  goodCopiesContract(async () => {
    const storage = azurite.fresh();
    return { copies: goodCopies(storage), restarted: () => goodCopies(storage) };
  });
});

describe('capability links in Azure Storage', () => {
  linksContract(async () => {
    const storage = azurite.fresh();
    return { links: linkStore(storage), restarted: () => linkStore(storage) };
  });
});
