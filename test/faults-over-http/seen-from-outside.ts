import type { AuditEvent } from '@ap/shared/domain/audit-event';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Person } from '@ap/shared/domain/people/person';
import { readAudit } from '../../functions/src/adapters/storage/audit-chain.ts';
import { type AuditBreak, type AuditHolds, verifyAudit } from '../../functions/src/adapters/storage/verify-audit.ts';
import type { ExpectedEffect, OutboxList, Receipt } from '../../functions/src/ports/effects.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import type { Ended } from '../simulation/invariants/invariant.ts';
import type { Journal, Sent } from '../simulation/journal.ts';
import { usualOptions } from '../simulation/options.ts';
import type { StandingWrite, Write } from '../simulation/stored-state.ts';
import type { ChatsSeen, SeenCard } from './cards-over-http.ts';
import type { School } from './schools.ts';
import type { RowsSeen, SeenVersion } from './seen-rows.ts';
import type { Stand } from './stand.ts';

/** What a history is judged by, read from outside: lists with their versions, blobs, tables, queues, mailboxes and chats. */
export interface SeenHistory {
  /** As the judges of the simulation in one process take it. */
  readonly ended: Ended;
  readonly chain: AuditHolds | AuditBreak;
  /** The receipts of this school's requests, with the message that each tells of. */
  readonly receipts: readonly Receipt[];
  /** Cards of this school's people. */
  readonly cards: readonly SeenCard[];
  /** Every mail there is, and every card of this school's people. */
  readonly messages: readonly SeenMessage[];
  /** Every request there is, whoever made it. */
  readonly register: readonly CallOff[];
}

/** A mail or a card, and what its recipient is to the history. */
export interface SeenMessage {
  readonly to: string;
  readonly role: 'provider' | 'requester' | 'approver' | 'other';
  readonly person: Person | undefined;
  readonly title: string;
  readonly text: string;
  /** When it left (milliseconds since 1970). */
  readonly at: number;
}

export interface ToLookAt {
  readonly stand: Stand;
  readonly rows: RowsSeen;
  readonly chats: ChatsSeen;
  readonly school: School;
  readonly providerRef: string;
  readonly mailbox: string;
  readonly journal: Journal;
  /** Messages that were in the queue still when nothing more came of them. */
  readonly waiting: number;
  readonly seed: number;
}

/** Nobody outside sees when the work began that sent a mail: longer than any of it takes (milliseconds). */
const longestWork = 10_000;

/** The writes of a row in their order, each with the command that it holds: the newest that was given before it. */
const writesOf = (versions: readonly SeenVersion<CallOff>[], { entries }: Journal): readonly Write[] => {
  let applied: readonly string[] = [];
  let present: CallOff | undefined;
  return versions.map(({ state, writtenBy }) => {
    const isNew = present === undefined || state.version > present.version;
    const over = present === undefined ? 0 : isNew ? present.version : state.version;
    const command = isNew ? state.lastCommands.at(-1) : undefined;
    const entry = entries.findLast(({ owner, begun }) => command?.startsWith(`${owner}.`) && begun <= writtenBy);
    applied = [...new Set([...applied, ...state.lastCommands])];
    present = state;
    return {
      ref: state.ref,
      state,
      over,
      applied,
      label: entry ? `${entry.kind} ${entry.key}` : 'a timer',
      begun: entry?.begun ?? writtenBy,
      turn: writtenBy,
      at: new Date(writtenBy).toISOString(),
    };
  });
};

interface SeenMail {
  readonly sentAt: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly content: string;
}

/** Looks at everything that a history has left behind. */
export const seenFromOutside = async (look: ToLookAt): Promise<SeenHistory> => {
  const { stand, rows, chats, school, providerRef, mailbox, journal, waiting, seed } = look;
  const { storage, people, clock } = stand;
  const histories = await rows.historiesOf(school.buyerRef);
  const writes = histories
    .flatMap((versions) => writesOf(versions, journal))
    .toSorted((one, other) => one.turn - other.turn || one.state.version - other.state.version);
  const refs = new Set(writes.map(({ ref }) => ref));
  const numbers = writes.flatMap(({ state: { order } }) => (order ? [order.number] : []));
  const isOurs = (text: string): boolean => [...refs, ...numbers].some((name) => text.includes(name));

  const standings: StandingWrite[] = (await rows.standingsOf(providerRef)).map(({ state, writtenBy }) => ({ state, turn: writtenBy }));
  const blobs = await readAudit(storage);
  const audit = blobs.flatMap(({ text }) => text.split('\n').filter(Boolean)).map((line) => JSON.parse(line) as AuditEvent);

  const receipts: Receipt[] = [];
  for await (const row of storage.table('receipts').listEntities<{ receipt: string }>())
    if (refs.has(row.partitionKey ?? '')) receipts.push(JSON.parse(row.receipt) as Receipt);
  const expected: ExpectedEffect[] = [];
  for await (const row of storage.table('expected').listEntities<{ list: OutboxList; itemId: number; madeAt: string; toldAt?: string }>())
    if (refs.has(row.partitionKey ?? '')) {
      const { partitionKey: ref = '', rowKey: effectId = '', list, itemId, madeAt, toldAt } = row;
      expected.push({ ref, effectId, list, itemId, madeAt, ...(toldAt === undefined ? {} : { toldAt }) });
    }

  const allMails = await people.control<readonly SeenMail[]>('GET', '/_local/mail');
  const mails = allMails.filter(({ subject, content }) => isOurs(subject) || isOurs(content)).toReversed();
  const team = [school.requester, school.approver, school.deputy];
  const chatOf = await Promise.all(team.map(async (person) => (await chats(person)).map((card) => ({ person, card }))));
  const cards = chatOf.flat().map(({ card }) => card);
  const roleOf = (person: Person | undefined): SeenMessage['role'] =>
    person === school.requester ? 'requester' : person ? 'approver' : 'other';
  const messages: SeenMessage[] = [
    ...allMails.map(({ sentAt, to, subject, content }) => {
      const person = team.find(({ email }) => to.includes(email));
      const role = to.includes(mailbox) ? 'provider' : roleOf(person);
      return { to: to.join(', '), role, person, title: subject, text: `${subject} ${content}`, at: Date.parse(sentAt) };
    }),
    ...chatOf.flat().map(({ person, card: { at, summary, card } }) => ({
      to: person.name,
      role: roleOf(person),
      person,
      title: summary,
      text: `${summary} ${JSON.stringify(card)}`,
      at: Date.parse(at),
    })),
  ];
  const sent: Sent[] = [
    ...mails.map(({ sentAt, to, subject, content }) => ({
      by: 'mail' as const,
      // The judges know a provider by the mailbox of its orders.
      to: to.includes(mailbox) ? `orders@ ${mailbox}` : to.join(', '),
      title: subject,
      html: content,
      effectId: undefined,
      at: sentAt,
      begun: Date.parse(sentAt) - longestWork,
      turn: Date.parse(sentAt),
    })),
    ...cards.map(({ at, summary, card, conversationId }) => ({
      by: 'card' as const,
      to: conversationId,
      title: summary,
      html: JSON.stringify(card),
      effectId: undefined,
      at,
      begun: Date.parse(at) - longestWork,
      turn: Date.parse(at),
    })),
  ];
  const world = memoryWorld();
  world.audit.push(...audit);
  const seen = {
    ...world,
    effects: { ...world.effects, allReceipts: () => receipts, expected: async () => expected },
  };
  return {
    ended: {
      options: usualOptions(seed),
      journal: { ...journal, sent },
      stored: { world: seen, ports: seen.ports, writes, standings, blockWrites: [], budget: school.budget, touch: () => undefined },
      queued: waiting,
      waiting: { store: { all: async () => [], ends: [] } },
      endedAt: new Date(Date.parse(clock.now()) - 60_000).toISOString(),
    },
    chain: verifyAudit(blobs),
    receipts,
    cards,
    messages,
    register: await rows.allCallOffs(),
  };
};
