import { formatInstant } from '@ap/shared/domain/days/local-date';
import { type Person, samePerson } from '@ap/shared/domain/people/person';
import type { TenderAction } from '@ap/shared/domain/tenders/action';
import type { FrameworkTender } from '@ap/shared/domain/tenders/framework/framework-tender';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import type { Performed } from '../effects/performed.ts';
import type { Ports } from '../ports/ports.ts';
import { applicantsOf } from '../tenders/applicants.ts';
import { asProduct, type TenderNeeds } from '../tenders/run-tender.ts';
import { type News, officer, officersWith, outsider, tellAudience } from '../tenders/tell-people.ts';
import type { TenderPerformers } from '../tenders/tender-outboxes.ts';
import { commandRound } from './command-round.ts';
import { enterApplications } from './enter-applications.ts';
import type { RoundPages } from './round-pages.ts';

type Needs = TenderNeeds & Pick<Ports, 'buyers' | 'links' | 'cards' | 'mail'>;

/** What follows from commands about frameworks.  */
export const frameworkPerformers = (ports: Needs, pages: RoundPages): TenderPerformers<'frameworks'> => ({
  'cancel-rounds': async ({ state }) => {
    const rounds = (await ports.tenders.rounds.known()).filter(({ state: round }) => round.frameworkRef === state.ref);
    for (const { state: round } of rounds) {
      if (round.status === 'closed' || round.status === 'cancelled') continue;
      const reason = state.cancelledBecause ?? 'The framework was cancelled.';
      await commandRound(ports, asProduct(`cancel-round ${round.ref}`), round.ref, { kind: 'cancel-round', reason });
    }
    return { state: 'done' };
  },
  tell: async ({ state }, effect) => {
    const news = frameworkNews(state, effect.news);
    if (!news) return noWords(effect.news);
    return tellAudience(ports, state.ref, effect, {
      commissioners: async () => (await officersWith(ports, ['commissioner'])).map((person) => officer(ports, person, news)),
      'all-applicants': async () => {
        const rounds = (await ports.tenders.rounds.known()).filter(({ state: round }) => round.frameworkRef === state.ref);
        const applicants = (await Promise.all(rounds.map(({ state: round }) => applicantsOf(ports, round.ref)))).flat();
        const link = { text: 'Rounds that are open', url: pages.apply };
        return applicants.map((to) => outsider(ports, to, { ...news, link }));
      },
    });
  },
});

/** What follows from commands about rounds. */
export const roundPerformers = (ports: Needs, pages: RoundPages): TenderPerformers<'rounds'> => ({
  'enter-applications': async ({ state }) => {
    await enterApplications(ports, state);
    return { state: 'done' };
  },
  tell: async ({ state }, effect) => {
    const name = (await ports.tenders.frameworks.find(state.frameworkRef))?.state.terms.name ?? state.frameworkRef;
    const news = roundNews(state, name, effect.news);
    if (!news) return noWords(effect.news);
    return tellAudience(ports, state.ref, effect, {
      panel: async () => {
        const people = await officersWith(ports, ['evaluation-lead', 'evaluator', 'commissioner']);
        const commissioners = await officersWith(ports, ['commissioner']);
        const isCommissioner = (person: Person): boolean => commissioners.some((each) => samePerson(each, person));
        const link = { text: 'Open the round', url: pages.round(state.ref) };
        return people.map((person) => officer(ports, person, isCommissioner(person) ? { ...news, link } : news));
      },
      'all-applicants': async () => {
        const link = { text: 'Ask for a new link', url: pages.apply };
        return (await applicantsOf(ports, state.ref)).map((to) => outsider(ports, to, { ...news, link }));
      },
    });
  },
});

/** A message that nobody has written is a fault of the code: an operator sees it, nobody is told half of it. */
const noWords = (news: TenderAction): Performed => ({ state: 'stuck', reason: `no-words-for-${news}` });

const reasonOf = ({ history }: Pick<Round, 'history'>, what: string): string =>
  [...history].reverse().find((entry) => entry.what.startsWith(what))?.comment ?? '';

const frameworkNews = ({ terms, standstill, cancelledBecause }: FrameworkTender, news: TenderAction): News | undefined => {
  switch (news) {
    case 'framework-went-live':
      return { title: `${terms.name} is live`, lines: ['Schools can find its providers in the directory and order from them now.'] };
    case 'framework-cancelled':
      return {
        title: `${terms.name} was cancelled`,
        lines: [
          `${terms.authority} does not go on with this framework. The reason: ${cancelledBecause ?? ''}`,
          'Your application is not looked at any more. You need not do anything.',
        ],
      };
    case 'framework-standstill-begun':
      return {
        title: `${terms.name}: the decisions are made`,
        lines: [
          `The notice of the contract awards was published${standstill ? ` on ${standstill.noticePublishedOn.split('-').reverse().join('/')}` : ''}. You are told of your own application in a message of its own.`,
          'The agreements are signed after the standstill.',
        ],
      };
    default:
      return undefined;
  }
};

const roundNews = (round: Round, name: string, news: TenderAction): News | undefined => {
  switch (news) {
    case 'round-extended':
      return {
        title: `More time to apply for ${name}`,
        lines: [
          `Applications are taken until ${formatInstant(round.closesAt)}, UK time. The reason: ${reasonOf(round, 'Extended')}`,
          'If you have submitted already you need not do anything. To change your application, open it with the link in the message that you got.',
        ],
      };
    case 'round-cancelled':
      return {
        title: `The round of ${name} was cancelled`,
        lines: [`No applications are taken or looked at. The reason: ${reasonOf(round, 'Cancelled')}`, 'You need not do anything.'],
      };
    case 'round-closed':
      return {
        title: `The round of ${name} has closed`,
        lines: [`Applications that were submitted (${round.ref}) are ready for evaluation. Evaluators declare their interests first.`],
      };
    default:
      return undefined;
  }
};
