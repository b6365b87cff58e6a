import { applicationRef } from '@ap/shared/domain/tenders/application/application';
import type { Ports } from '../ports/ports.ts';
import { applicantsOf } from '../tenders/applicants.ts';
import type { TenderNeeds } from '../tenders/run-tender.ts';
import { officer, officersWith, outsider, tellAudience } from '../tenders/tell-people.ts';
import type { TenderPerformers } from '../tenders/tender-outboxes.ts';
import type { RoundPages } from './round-pages.ts';

type Needs = TenderNeeds & Pick<Ports, 'buyers' | 'links' | 'cards' | 'mail'>;

/** Who is told of a question: commissioners that it was asked, without who asked; everybody its answer; the asker that it was declined. */
export const clarificationPerformers = (ports: Needs, pages: RoundPages): TenderPerformers<'clarifications'> => ({
  tell: async ({ state }, effect) => {
    const round = (await ports.tenders.rounds.find(state.roundRef))?.state;
    const name = (round && (await ports.tenders.frameworks.find(round.frameworkRef)))?.state.terms.name ?? state.roundRef;
    const link = { text: 'Ask for a new link', url: pages.apply };
    if (effect.news === 'clarification-asked') {
      const news = {
        title: `A question about ${name} waits`,
        lines: [state.question, `It waits in the round ${state.roundRef}. The answer goes to every applicant, without who asked.`],
        link: { text: 'Answer it', url: pages.round(state.roundRef) },
      };
      return tellAudience(ports, state.ref, effect, {
        commissioners: async () => (await officersWith(ports, ['commissioner'])).map((person) => officer(ports, person, news)),
      });
    }
    if (effect.news === 'clarification-answered' && state.published) {
      const { question, answer } = state.published;
      const news = { title: `A question about ${name} was answered`, lines: [`Question: ${question}`, `Answer: ${answer}`], link };
      return tellAudience(ports, state.ref, effect, {
        'all-applicants': async () => (await applicantsOf(ports, state.roundRef)).map((to) => outsider(ports, to, news)),
      });
    }
    if (effect.news === 'clarification-declined') {
      const ref = applicationRef(state.roundRef, state.askedBy);
      const holders = (await ports.links.under('application', ref)).flatMap(({ subject, holder }) =>
        subject === ref && holder ? [holder] : [],
      );
      const asker = holders.at(-1);
      if (!asker) return { state: 'not-delivered', reason: 'no-address' };
      const reason = state.history.at(-1)?.comment ?? '';
      const news = {
        title: `Your question about ${name} is not answered`,
        lines: [`You asked: ${state.question}`, `The reason: ${reason}`],
        link,
      };
      return tellAudience(ports, state.ref, effect, { applicant: () => [outsider(ports, asker, news)] });
    }
    return { state: 'stuck', reason: `no-words-for-${effect.news}` };
  },
});
