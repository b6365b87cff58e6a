import type { DataClass } from './data-class.ts';

/** What a queue, table or container of the storage account holds about people, how it goes, and what becomes of it when something is lost. */
export interface KeptPlace {
  readonly holds: string;
  readonly classes: readonly DataClass[];
  readonly goes: string;
  readonly restored: Restored;
}

/**
 * Whether a copy holds a place, and what a restore does with it. `come-where-empty`: what is there is newer than the copy, and stays: a link that was revoked
 * since must not open again. `by-itself`: copied, and brought back in its own way, which `then` says. The others come again from the lists.
 */
export interface Restored {
  readonly how: 'come-where-empty' | 'by-itself' | 'are-emptied' | 'are-left';
  /** What follows, in words; absent where `how` says it all. */
  readonly then?: string;
}

const comes: Restored = { how: 'come-where-empty' };
const apart = (then: string): Restored => ({ how: 'by-itself', then });
const emptied = (then?: string): Restored => ({ how: 'are-emptied', ...(then === undefined ? {} : { then }) });
const left = (then?: string): Restored => ({ how: 'are-left', ...(then === undefined ? {} : { then }) });

const withItsList = 'It goes with the row, and is written anew or dropped when the row is erased (`npm run subject`).';

/** Everything that the product keeps outside the lists. The storage adapters open no other name. */
export const keptElsewhere = {
  table: {
    drafts: {
      holds: 'Requests that were begun and not sent, as typed',
      classes: ['pupil-reference', 'pupil-attribute', 'staff-identity', 'free-text'],
      goes: 'When it is sent or discarded, by age (`npm run retention`), and when its pupil is erased.',
      restored: comes,
    },
    parked: {
      holds: 'Commands that wait for a busy register, as sent',
      classes: ['pupil-reference', 'pupil-attribute', 'staff-identity', 'free-text'],
      goes: 'What was sent goes once it is carried out; the rest after a day.',
      restored: comes,
    },
    goodcopies: {
      holds: 'The last good copy of each row of a list',
      classes: ['pupil-reference', 'pupil-attribute', 'staff-identity', 'business-contact', 'free-text'],
      goes: withItsList,
      restored: apart('brought back under the new item ids: an edit that nobody had judged is judged then'),
    },
    guardstate: { holds: 'How far each list was read', classes: ['none'], goes: 'Overwritten.', restored: emptied('it reads everything') },
    receipts: {
      holds: 'That a message was sent: ids, and the chat that it went to',
      classes: ['staff-identity'],
      goes: 'Kept: ids only.',
      restored: apart('kept, without those of a history that the restored rows never had'),
    },
    expected: {
      holds: 'Messages whose receipt is awaited: ids',
      classes: ['none'],
      goes: 'With the receipt.',
      restored: apart('brought back under the new item ids; the sweep adds what waits in the rows'),
    },
    stuck: {
      holds: 'Messages that could not be sent, until somebody sets them aside: ids',
      classes: ['none'],
      goes: 'When it is tried again or set aside.',
      restored: emptied('what is still stuck shows itself again'),
    },
    sweepstate: { holds: 'How far each list was read', classes: ['none'], goes: 'Overwritten.', restored: emptied('it reads everything') },
    readings: {
      holds: 'Rows of the directory that changed, for the other processes: no list that tells of people or requests',
      classes: ['business-contact', 'free-text'],
      goes: 'Overwritten.',
      restored: emptied('each process reads for itself'),
    },
    links: {
      holds: 'Links and codes that were mailed to providers, as hashes',
      classes: ['business-contact'],
      goes: 'Kept: it says what each link was for.',
      restored: comes,
    },
    pace: { holds: 'When each person was last sent a message', classes: ['staff-identity'], goes: 'Overwritten.', restored: left() },
    shortlists: { holds: 'Services that a school has shortlisted', classes: ['none'], goes: 'When they are taken off.', restored: comes },
    choices: {
      holds: 'Which of several services a school chose and why, with their prices then and who wrote it',
      classes: ['staff-identity', 'free-text'],
      goes: 'By age (`npm run retention`). Never changed, but for the reference of a pupil that is erased.',
      restored: comes,
    },
    savedsearches: {
      holds: 'Searches that a person saved, as typed, with what was told of them',
      classes: ['staff-identity', 'free-text'],
      goes: 'When the person stops it, and by age (`npm run retention`).',
      restored: comes,
    },
    noticesends: {
      holds: 'Whom a notice or a survey was sent to, and whether in Teams, by mail or not at all',
      classes: ['staff-identity', 'business-contact'],
      goes: 'With its notice or survey (`npm run retention`).',
      restored: comes,
    },
    noticepictures: {
      holds: 'Pictures of notices, and of drafts of them',
      classes: ['none'],
      goes: 'With its notice (`npm run retention`).',
      restored: comes,
    },
    unmetneeds: {
      holds: 'How many searches found nothing, by day, need, ages, lot and area: of no pupil, person or buyer, nothing that was typed',
      classes: ['none'],
      goes: 'Kept: counts only.',
      restored: comes,
    },
    welcomes: {
      holds: 'Who was welcomed by the bot',
      classes: ['staff-identity'],
      goes: 'Kept: one row for each person.',
      restored: comes,
    },
    subscriptions: {
      holds: 'Which lists tell us of changes',
      classes: ['none'],
      goes: 'Overwritten.',
      restored: emptied('they are made anew within ten minutes'),
    },
  },
  queue: {
    'effects-poison': {
      holds: 'Messages that the host gave up: ids',
      classes: ['none'],
      goes: 'When they are brought back to their row.',
      restored: left('brought back to its row as before'),
    },
    'parked-poison': {
      holds: 'Messages that the host gave up: ids',
      classes: ['none'],
      goes: 'When they are brought back to their row.',
      restored: left('brought back to its row as before'),
    },
    'list-hints-poison': {
      holds: 'Messages that the host gave up: ids',
      classes: ['none'],
      goes: 'When they are brought back to their row.',
      restored: left('brought back to its row as before'),
    },
    effects: {
      holds: 'Ids of messages to send',
      classes: ['none'],
      goes: 'When it is done.',
      restored: left('an id of another time matches nothing, and the sweep sends what waits'),
    },
    parked: {
      holds: 'Ids of commands to try again',
      classes: ['none'],
      goes: 'When it is done.',
      restored: left('the sweep of parked commands sends them'),
    },
    'list-hints': { holds: 'Names of lists that changed', classes: ['none'], goes: 'When it is read, or after an hour.', restored: left() },
  },
  container: {
    audit: {
      holds: 'Who did what to which record: ids and words of closed lists, chained by hash. Nothing that was typed',
      classes: ['staff-identity'],
      goes: 'Never changed: seven years by its immutability policy, which holds against administrators once it is locked. The reference of a pupil is not in it (`test/architecture/pupils-in-messages.test.ts`).',
      restored: apart('brought back byte by byte where it is gone; never overwritten; an event notes the restore'),
    },
    snapshots: {
      holds: 'Copies of whole lists, so that a start is quick',
      classes: ['pupil-reference', 'pupil-attribute', 'staff-identity', 'business-contact', 'free-text'],
      goes: 'Overwritten; dropped when a row of its list is erased.',
      restored: emptied(),
    },
    imports: {
      holds: 'Files of providers, services and prices that a commissioner uploaded, and what came of them',
      classes: ['staff-identity', 'business-contact', 'free-text'],
      goes: 'By age, by the import itself.',
      restored: emptied('the file is uploaded again; rows that are there already stay'),
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, KeptPlace>>>>;

export type TableName = keyof (typeof keptElsewhere)['table'];
export type QueueName = keyof (typeof keptElsewhere)['queue'];
export type ContainerName = keyof (typeof keptElsewhere)['container'];
