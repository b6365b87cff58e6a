import type { LotApplication } from '@ap/shared/domain/tenders/evaluation/lot-application';
import { areScoresIn } from '@ap/shared/domain/tenders/evaluation/sealed-scores';
import type { Ports } from '../ports/ports.ts';
import { type News, officer, officersWith, outsider, tellAudience } from '../tenders/tell-people.ts';
import { mustFind, sheetsOf } from '../tenders/tender-facts.ts';
import type { TenderPerformers } from '../tenders/tender-outboxes.ts';

type Needs = Pick<Ports, 'tenders' | 'buyers' | 'cards' | 'mail' | 'effects' | 'hashes' | 'clock'>;

/** Those who lead evaluation; the commissioners where nobody does. */
const panelLeads = async (ports: Pick<Ports, 'buyers'>) => {
  const leads = await officersWith(ports, ['evaluation-lead']);
  return leads.length > 0 ? leads : officersWith(ports, ['commissioner']);
};

/** What evaluators and the lead of the panel are told of a score sheet. Never what anybody thinks. */
export const scoreSheetPerformers = (ports: Needs): TenderPerformers<'scoreSheets'> => ({
  tell: async ({ state: sheet }, effect) => {
    const { providerName, lotKey } = (await mustFind(ports.tenders.lotApplications, sheet.lotApplicationRef)).state;
    const what = `the application of ${providerName} for lot ${lotKey}`;
    const isConflict = effect.news === 'interest-declared';
    // A message for each sheet would be noise: the lead is told when the last is in.
    if (effect.news === 'scores-submitted' && !areScoresIn(await sheetsOf(ports, sheet.lotApplicationRef)))
      return { state: 'superseded', reason: 'scores-awaited' };
    return tellAudience(ports, sheet.ref, effect, {
      evaluator: () => {
        const news = effect.news === 'evaluator-assigned' ? yoursToScore(what) : notYoursAnyMore(what);
        return [officer(ports, sheet.evaluator, news)];
      },
      panel: async () => {
        const news = isConflict ? conflictShown(sheet.evaluator.name, what) : allIn(what);
        return (await panelLeads(ports)).map((lead) => officer(ports, lead, news));
      },
    });
  },
});

const yoursToScore = (what: string): News => ({
  title: 'An application is yours to score',
  lines: [
    `You are asked to score ${what}.`,
    'Say first whether you have an interest in the applicant. Then give each answer a score from 0 to 5 with a comment that gives your reason. Nobody sees your scores until everyone has submitted theirs.',
  ],
});

const notYoursAnyMore = (what: string): News => ({
  title: 'You need not score an application any more',
  lines: [`You were stood down from ${what}. What you had entered is not kept.`],
});

const conflictShown = (evaluator: string, what: string): News => ({
  title: 'An evaluator has a conflict of interest',
  lines: [
    `${evaluator} has declared a conflict of interest about ${what}, and does not score it.`,
    'At least two evaluators without a conflict must score each application. Assign another if there are fewer.',
  ],
});

const allIn = (what: string): News => ({
  title: 'All scores are in',
  lines: [`Every evaluator has scored ${what}. The scores are open now, and can be moderated.`],
});

/** What the panel and the applicant are told of an application for a lot. */
export const lotApplicationPerformers = (ports: Needs): TenderPerformers<'lotApplications'> => ({
  tell: async ({ state: lotApplication }, effect) => {
    const { ref, providerName, lotKey, applicationRef } = lotApplication;
    return tellAudience(ports, ref, effect, {
      panel: async () => {
        const news = {
          title: 'An application was withdrawn',
          lines: [`${providerName} has withdrawn from lot ${lotKey}. It is neither ranked nor awarded.`],
        };
        return (await panelLeads(ports)).map((lead) => officer(ports, lead, news));
      },
      applicant: async () => {
        const { contact } = (await mustFind(ports.tenders.applications, applicationRef)).state;
        return [outsider(ports, { email: contact.email, organisation: providerName }, outcome(lotApplication))];
      },
    });
  },
});

const outcome = ({ status, lotKey }: LotApplication): News =>
  status === 'approved'
    ? {
        title: 'Your application was successful',
        lines: [
          `The award of lot ${lotKey} to your organisation was approved. It is not final: a standstill follows, in which others may object, and then the agreement.`,
          'A place on the framework is no guarantee of work.',
        ],
      }
    : {
        title: 'Your application was not successful',
        lines: [`Lot ${lotKey} is not awarded to your organisation. Ask the commissioning team for your scores and the reasons.`],
      };
