import { approvalReminder } from '@ap/shared/contract/teams-activities';
import type { PersonId } from '@ap/shared/domain/people/person';
import type { ActivityFeed, FeedEntry } from '../../functions/src/ports/messages.ts';

export interface OpenedFeed {
  readonly feed: ActivityFeed;
  readonly person: PersonId;
  readonly withoutApp: PersonId;
  readonly foreigner: PersonId;
  /** A link that Teams would take for the feed. */
  readonly link: string;
  /** The blanks of what stands in a person's feed, oldest first. */
  readonly shown: (person: PersonId) => Promise<readonly string[]>;
}

let chains = 0;
const aChain = (): number => {
  chains += 1;
  return 4_000_000 + chains;
};

const entryFor = (request: string, link: string): FeedEntry => ({
  type: approvalReminder.type,
  blanks: { requester: 'Sena Coombe', request, buyer: 'Stour Vale School' },
  preview: `£1,440.00 for ${'Day programme '.repeat(20)}`,
  topic: `Request ${request}`,
  link,
});

/** What every activity feed does. */
export const feedContract = (open: () => Promise<OpenedFeed>): void => {
  test('an entry stands in the feed of its person, once however often it is tried, beside the next of its kind', async () => {
    const { feed, person, link, shown } = await open();
    const [first, second] = [aChain(), aChain()];
    const before = (await shown(person)).length;
    for (const chain of [first, first, second]) expect(await feed.tell(person, entryFor(`CO-${chain}`, link), chain)).toEqual({ ok: true });
    expect((await shown(person)).slice(before)).toEqual([`CO-${first}`, `CO-${second}`]);
  });

  test('whoever has not got the app, or works elsewhere, is not reached: that is told, not thrown', async () => {
    const { feed, withoutApp, foreigner, link, shown } = await open();
    expect(await feed.tell(withoutApp, entryFor('CO-1', link), aChain())).toEqual({ ok: false, why: 'not-installed' });
    expect(await feed.tell(foreigner, entryFor('CO-1', link), aChain())).toEqual({ ok: false, why: 'other-tenant' });
    expect([await shown(withoutApp), await shown(foreigner)]).toEqual([[], []]);
  });
};
