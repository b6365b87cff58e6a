import { formatInstant } from '@ap/shared/domain/days/local-date';
import type { TenderAction } from '@ap/shared/domain/tenders/action';
import type { Application } from '@ap/shared/domain/tenders/application/application';
import { decideLotApplication } from '@ap/shared/domain/tenders/evaluation/decide-lot-application';
import { lotApplicationRef } from '@ap/shared/domain/tenders/evaluation/lot-application';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import type { Ports } from '../ports/ports.ts';
import { asProduct, runTender, type TenderNeeds } from '../tenders/run-tender.ts';
import { outsider, tellAudience } from '../tenders/tell-people.ts';
import type { TenderPerformers } from '../tenders/tender-outboxes.ts';

type Needs = TenderNeeds & Pick<Ports, 'cards' | 'mail'>;

/** What follows from commands about applications: the applicant is told, and each lot of one that entered becomes a record of its own. */
export const applicationPerformers = (ports: Needs, applyPage: string): TenderPerformers<'applications'> => ({
  'enter-lots': async ({ state: application }) => {
    const round = (await ports.tenders.rounds.find(application.roundRef))?.state;
    if (!round) return { state: 'stuck', reason: 'no-round' };
    for (const lotKey of application.lotKeys) {
      const ref = lotApplicationRef(application.ref, lotKey);
      if (await ports.tenders.lotApplications.find(ref)) continue;
      await runTender(
        ports,
        'lotApplications',
        { ...asProduct(`enter ${ref}`), ref, content: 'enter-lot' },
        (present, { command, facts, now }) =>
          decideLotApplication(
            present,
            { kind: 'enter-lot', lotKey, ...command },
            { ...facts, round, application, sheets: [], ranked: undefined, award: undefined },
            now,
          ),
      );
    }
    return { state: 'done' };
  },
  tell: async ({ state }, effect) => {
    const round = (await ports.tenders.rounds.find(state.roundRef))?.state;
    const name = (await ports.tenders.frameworks.find(state.frameworkRef))?.state.terms.name ?? state.frameworkRef;
    const news = round && applicationNews(state, round, name, effect.news);
    if (!news) return { state: 'stuck', reason: `no-words-for-${effect.news}` };
    const link = { text: 'Ask for a new link', url: applyPage };
    const to = { email: state.contact.email, organisation: state.providerName };
    return tellAudience(ports, state.ref, effect, { applicant: () => [outsider(ports, to, { ...news, link })] });
  },
});

const applicationNews = ({ ref }: Application, { closesAt }: Round, name: string, news: TenderAction) => {
  const until = `${formatInstant(closesAt)}, UK time`;
  switch (news) {
    case 'application-submitted':
      return {
        title: `Your application for ${name} was submitted`,
        lines: [
          `We have your application ${ref}. Nobody reads it before the round closes on ${until}.`,
          'Until then you can take it back to change it, or withdraw it, with the link in the message that you got.',
        ],
      };
    case 'application-taken-back':
      return {
        title: `Your application for ${name} is a draft again`,
        lines: [
          'You took it back to change it. The declaration must be signed again.',
          `Submit it before ${until}: a draft is not looked at.`,
        ],
      };
    case 'application-withdrawn':
      return {
        title: `Your application for ${name} was withdrawn`,
        lines: [
          `Nobody looks at it. If this was a mistake you can start again before ${until}, with the link in the message that you got.`,
        ],
      };
    case 'application-lapsed':
      return {
        title: `Your application for ${name} was not submitted`,
        lines: [`The round closed on ${until}. Your application was still a draft, so it is not looked at.`],
      };
    default:
      return undefined;
  }
};
