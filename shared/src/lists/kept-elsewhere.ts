import type { DataClass } from './personal-data.ts';

/** What a queue, table or container of the storage account holds about people, and how it goes. */
export interface KeptPlace {
  readonly holds: string;
  readonly classes: readonly DataClass[];
  readonly goes: string;
}

const withItsList = 'It goes with the row, and is written anew or dropped when the row is erased (`npm run subject`).';

/** Everything that the product keeps outside the lists. The storage adapters open no other name. */
export const keptElsewhere = {
  table: {
    drafts: {
      holds: 'Requests that were begun and not sent, as typed',
      classes: ['pupil-reference', 'pupil-attribute', 'staff-identity', 'free-text'],
      goes: 'When it is sent or discarded, by age (`npm run retention`), and when its pupil is erased.',
    },
    parked: {
      holds: 'Commands that wait for a busy register, as sent',
      classes: ['pupil-reference', 'pupil-attribute', 'staff-identity', 'free-text'],
      goes: 'What was sent goes once it is carried out; the rest after a day.',
    },
    goodcopies: {
      holds: 'The last good copy of each row of a list',
      classes: ['pupil-reference', 'pupil-attribute', 'staff-identity', 'business-contact', 'free-text'],
      goes: withItsList,
    },
    guardstate: { holds: 'How far each list was read', classes: ['none'], goes: 'Overwritten.' },
    receipts: { holds: 'That a message was sent: ids, and the chat that it went to', classes: ['staff-identity'], goes: 'Kept: ids only.' },
    expected: { holds: 'Messages whose receipt is awaited: ids', classes: ['none'], goes: 'With the receipt.' },
    stuck: {
      holds: 'Messages that could not be sent, until somebody sets them aside: ids',
      classes: ['none'],
      goes: 'When it is tried again or set aside.',
    },
    sweepstate: { holds: 'How far each list was read', classes: ['none'], goes: 'Overwritten.' },
    links: {
      holds: 'Links and codes that were mailed to providers, as hashes',
      classes: ['business-contact'],
      goes: 'Kept: it says what each link was for.',
    },
    pace: { holds: 'When each person was last sent a message', classes: ['staff-identity'], goes: 'Overwritten.' },
    shortlists: { holds: 'Services that a school has shortlisted', classes: ['none'], goes: 'When they are taken off.' },
    welcomes: { holds: 'Who was welcomed by the bot', classes: ['staff-identity'], goes: 'Kept: one row for each person.' },
    subscriptions: { holds: 'Which lists tell us of changes', classes: ['none'], goes: 'Overwritten.' },
  },
  queue: {
    'effects-poison': { holds: 'Messages that the host gave up: ids', classes: ['none'], goes: 'When they are brought back to their row.' },
    'parked-poison': { holds: 'Messages that the host gave up: ids', classes: ['none'], goes: 'When they are brought back to their row.' },
    'list-hints-poison': {
      holds: 'Messages that the host gave up: ids',
      classes: ['none'],
      goes: 'When they are brought back to their row.',
    },
    effects: { holds: 'Ids of messages to send', classes: ['none'], goes: 'When it is done.' },
    parked: { holds: 'Ids of commands to try again', classes: ['none'], goes: 'When it is done.' },
    'list-hints': { holds: 'Names of lists that changed', classes: ['none'], goes: 'When it is read, or after an hour.' },
  },
  container: {
    audit: {
      holds: 'Who did what to which record: ids and words of closed lists, chained by hash. Nothing that was typed',
      classes: ['staff-identity'],
      goes: 'Never changed: seven years by its immutability policy. The reference of a pupil is not in it (`test/architecture/pupils-in-messages.test.ts`).',
    },
    snapshots: {
      holds: 'Copies of whole lists, so that a start is quick',
      classes: ['pupil-reference', 'pupil-attribute', 'staff-identity', 'business-contact', 'free-text'],
      goes: 'Overwritten; dropped when a row of its list is erased.',
    },
    imports: {
      holds: 'Files of providers, services and prices that a commissioner uploaded, and what came of them',
      classes: ['staff-identity', 'business-contact', 'free-text'],
      goes: 'By age, by the import itself.',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, KeptPlace>>>>;

export type TableName = keyof (typeof keptElsewhere)['table'];
export type QueueName = keyof (typeof keptElsewhere)['queue'];
export type ContainerName = keyof (typeof keptElsewhere)['container'];
