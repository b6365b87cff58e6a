import { holdersOf } from '@ap/shared/domain/people/membership';
import { personKey } from '@ap/shared/domain/people/person';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import { decideLotApplication } from '@ap/shared/domain/tenders/evaluation/decide-lot-application';
import { lotApplicationRef } from '@ap/shared/domain/tenders/evaluation/lot-application';
import { priceBookRef } from '@ap/shared/domain/tenders/prices/price-book';
import { whyYouHaveNoCard } from '../cards/why-no-card.ts';
import type { Performed } from '../effects/performed.ts';
import { ProblemError } from '../http/problem-reply.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports } from '../ports/ports.ts';
import { asProduct, runTender } from '../tenders/run-tender.ts';
import { lotApplicationFacts } from '../tenders/tender-facts.ts';
import type { TenderPerformers } from '../tenders/tender-outboxes.ts';
import { type AgreementPage, mailAgreement } from './agreement-link.ts';
import { awardCard } from './award-card.ts';
import { tellOfAward } from './award-news.ts';
import { type AwardNeeds, commandAward } from './command-award.ts';
import { commandPriceBook, hasReserved } from './price-book-steps.ts';

export type AwardEffectNeeds = AwardNeeds & Pick<Ports, 'cards' | 'mail' | 'links' | 'secrets' | 'awarded' | 'audit'>;

/** What other features do of an award: the standing of its provider is theirs. */
export interface AwardHelpers {
  readonly agreementPage: AgreementPage;
  /** Gives the standing of a provider the command that it is awarded; where it is already nothing happens. */
  readonly awardStanding: (providerRef: string, key: string) => Promise<void>;
}

const done: Performed = { state: 'done' };
const isOver = (error: unknown, ...codes: readonly string[]): error is ProblemError =>
  error instanceof ProblemError && codes.includes(error.code);

/** What follows from commands about awards. What a countersignature makes happen is carried out here; nothing of it is decided again. */
export const awardPerformers = (ports: AwardEffectNeeds, helpers: AwardHelpers): TenderPerformers<'awards'> => ({
  tell: ({ state }, effect) => tellOfAward(ports, state, effect),

  'ask-award-approval': async ({ state: award }, effect) => {
    // Asked afresh: whoever was appointed a moment ago is asked too, and who left is not.
    const members = await ports.buyers.councilMembers('fresh');
    const person = holdersOf(members, 'award-approver').find((each) => personKey(each) === effect.to);
    // A check that was made again asks again: only the newest is asked, about what the award says now.
    const isNewest = !award.outbox.some(({ kind, version }) => kind === 'ask-award-approval' && version > effect.version);
    if (award.status !== 'proposed' || !isNewest || !person) return { state: 'superseded', to: effect.to };
    const title = `An award to ${award.providerName} waits for you`;
    const sent = await ports.cards.send(person, awardCard(award, person, 'award', `${effect.id}-asked`), title);
    if (sent.ok) return { state: 'done', to: effect.to, sent };
    await ports.mail.send({
      to: person.email,
      subject: title,
      html: mailHtml({
        greeting: `Dear ${person.name}`,
        paragraphs: [
          `The award of ${award.lots.map(({ lotKey }) => lotKey).join(', ')} to ${award.providerName} (${award.ref}) waits for somebody to approve or reject it.`,
          `It is decided on a card in Teams or in the app there. You have no card, because ${whyYouHaveNoCard(sent.why)}. ${sent.why === 'not-installed' ? 'Install it, or leave this award to a colleague who has it.' : 'Open the app, or leave this award to a colleague.'}`,
        ],
      }),
    });
    return { state: 'done', to: effect.to, reason: sent.why };
  },

  'refresh-award-cards': async ({ state: award }, effect) => {
    const approvers = holdersOf(await ports.buyers.councilMembers('known'), 'award-approver');
    for (const { kind, to, sent } of await ports.effects.receipts(award.ref)) {
      const person = approvers.find((each) => personKey(each) === to);
      if (kind !== 'ask-award-approval' || !sent || !person) continue;
      const card = awardCard(award, person, 'award', `${effect.id}-refreshed`);
      await ports.cards.update(sent, card, `The award to ${award.providerName} was decided`);
    }
    return done;
  },

  'note-outcomes': async ({ state: award }, effect) => {
    await noteOutcomes(ports, award, effect.id);
    return done;
  },

  'send-agreement': async ({ state: award }) => mailAgreement(ports, award, helpers.agreementPage),

  'confirm-prices': async ({ state: award }, effect) => {
    await commandPriceBook(ports, asProduct(effect.id), award, { kind: 'confirm-prices', awardRef: award.ref });
    return done;
  },

  'release-prices': async ({ state: award }, effect) => {
    const book = await ports.tenders.priceBooks.find(priceBookRef(award.frameworkRef, award.providerRef));
    if (!hasReserved(book?.state, award.ref)) return { state: 'done', reason: 'nothing-reserved' };
    await commandPriceBook(ports, asProduct(effect.id), award, { kind: 'release-prices', awardRef: award.ref });
    return done;
  },

  'admit-provider': async ({ state: award }, effect) => {
    // The standing first: it begins as the provider's row says, and the row is written next.
    await helpers.awardStanding(award.providerRef, effect.id);
    return (await ports.awarded.admit(award.providerRef, award)) ? done : { state: 'stuck', reason: 'no-provider' };
  },

  'enter-services': async ({ state: award }) => {
    for (const service of award.services)
      if (!(await ports.awarded.enterService(service))) return { state: 'stuck', reason: 'service-of-another' };
    return done;
  },

  'confirm-in-force': async ({ state: award }, effect) => {
    if (award.status === 'in-force') return done;
    try {
      await commandAward(ports, asProduct(effect.id), award.ref, { kind: 'confirm-in-force' });
      return done;
    } catch (error) {
      // It comes again until the lists show it.
      if (isOver(error, 'writes-not-done')) throw new ServiceBusy('register', 409, 5);
      throw error;
    }
  },
});

/** Carries the outcome of an award to the applications for its lots. An award of a portal has none. */
const noteOutcomes = async (ports: AwardNeeds, { source, lots, status, ref }: Award, effectId: string): Promise<void> => {
  if (source.kind === 'portal') return;
  for (const { lotKey } of lots) {
    const lotRef = lotApplicationRef(source.applicationRef, lotKey);
    try {
      await runTender(
        ports,
        'lotApplications',
        { ...asProduct(effectId), ref: lotRef, content: `${ref} ${status}` },
        async (present, { command, facts, now }) => {
          if (!present) throw new ProblemError('not-found', 'There is no such application for a lot.');
          const read = await lotApplicationFacts(ports, present);
          return decideLotApplication(present, { ...command, kind: 'note-award' }, { ...facts, ...read, award: status }, now);
        },
      );
    } catch (error) {
      // It knows already, or it was withdrawn before.
      if (!isOver(error, 'already-made', 'not-in-this-state')) throw error;
    }
  }
};
