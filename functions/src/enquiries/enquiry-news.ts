import { formatDate, formatInstant } from '@ap/shared/domain/days/local-date';
import { type AskedProvider, criterionWords, type Enquiry, type EnquiryNews, type EnquiryWork } from '@ap/shared/domain/enquiries/enquiry';
import { formatMoney } from '@ap/shared/domain/money/money';
import { commissionersOf } from '@ap/shared/domain/people/membership';
import type { Performed } from '../effects/performed.ts';
import { recordAudit } from '../effects/record-audit.ts';
import type { RecordPerformers } from '../effects/record-outbox.ts';
import { tellPeople } from '../effects/tell-people.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports } from '../ports/ports.ts';
import { type EnquiryPage, newEnquiryLink } from './enquiry-link.ts';

type Needs = Pick<Ports, 'providers' | 'buyers' | 'cards' | 'mail' | 'effects' | 'audit' | 'clock' | 'links' | 'secrets'>;
type Links = Readonly<Record<'onCard' | 'inMail', (ref: string) => string>>;

const isOver = ({ status }: Enquiry): boolean => status === 'closed' || status === 'converted' || status === 'ended';

interface ProviderMail {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** What the link says; without one the mail needs none, and the link of the mail before stays open. */
  readonly link?: string;
}

/** One mail to one provider, with a new link of its own where it is to answer. */
const mailTo = async (
  ports: Needs,
  { ref }: Enquiry,
  { providerRef, providerName }: AskedProvider,
  { subject, paragraphs, link }: ProviderMail,
  pageOf: EnquiryPage,
): Promise<Performed> => {
  const { provider } = await ports.providers.provider(providerRef, 'known');
  if (!provider) return { state: 'stuck', reason: 'no-provider' };
  const url = link === undefined ? undefined : await newEnquiryLink(ports, ref, providerRef, pageOf);
  await ports.mail.send({
    to: provider.email,
    subject,
    html: mailHtml({
      greeting: `Dear ${providerName}`,
      paragraphs,
      ...(link === undefined || url === undefined ? {} : { link: { text: link, url } }),
    }),
  });
  return { state: 'done' };
};

const askedFor = ({ question: { startDate, endDate, message } }: Enquiry): readonly string[] => [
  ...(startDate === undefined ? [] : [`From ${formatDate(startDate)}${endDate === undefined ? '' : ` to ${formatDate(endDate)}`}.`]),
  message,
];

const criteriaSentence = ({ criteria }: Enquiry): string =>
  `The school chooses by, the most important first: ${criteria.map(({ criterion }) => criterionWords[criterion].toLowerCase()).join('; ')}.`;

/** What is asked of one provider. */
const askMail = (enquiry: Enquiry, asked: AskedProvider, reminder: boolean): ProviderMail => {
  const { kind, buyerName, ref, closesAt } = enquiry;
  const { ceiling, serviceName } = asked;
  const what = kind === 'competition' ? 'invites you to a competition' : 'has a question';
  return {
    subject: `${reminder ? 'Waiting for your answer: ' : ''}${buyerName} ${what} about ${serviceName} (${ref})`,
    paragraphs: [
      ...(reminder ? ['You have not answered yet.'] : []),
      `${buyerName} ${what} about ${serviceName}.`,
      ...askedFor(enquiry),
      ...(ceiling
        ? [
            `You may quote at most your framework price: ${formatMoney(ceiling.unitPrice)} per ${ceiling.unit}, ex VAT. Nobody sees it before all have answered or the time is over.`,
            criteriaSentence(enquiry),
          ]
        : []),
      `Answer by ${formatInstant(closesAt)}, with the link below. It is for you only. It is not an order: that comes by a mail of its own.`,
    ],
    link: 'Answer the enquiry',
  };
};

/** Row 64: what became of it, and why. */
const outcomeMail = (enquiry: Enquiry, { providerRef, serviceName }: AskedProvider): ProviderMail => {
  const { outcome, buyerName, ref } = enquiry;
  const chosen = outcome?.chosen === providerRef;
  return {
    subject: `${chosen ? `${buyerName} has chosen your answer` : `${buyerName} has not chosen your answer`} (${ref})`,
    paragraphs: [
      chosen
        ? `${buyerName} has chosen your answer about ${serviceName}. It is not an order yet: its approvers decide, and the order comes by a mail of its own.`
        : `${buyerName} asked you about ${serviceName} and does not go on with your answer.`,
      `The reason: ${outcome?.reason ?? ''}`,
      ...(chosen ? [] : ['Thank you for your answer.']),
    ],
  };
};

const titles: Readonly<Record<EnquiryNews, string>> = {
  answered: 'A provider has answered your enquiry',
  'all-answered': 'Everybody has answered your enquiry',
  'council-answered': 'The commissioning team has answered your enquiry',
  closed: 'The time to answer your enquiry is over',
};

/** What follows from an enquiry. A mail that was overtaken meanwhile is not sent. */
export const enquiryPerformers = (ports: Needs, links: Links, pageOf: EnquiryPage): RecordPerformers<Enquiry, EnquiryWork> => {
  const toProvider = async (enquiry: Enquiry, providerRef: string, mail: (asked: AskedProvider) => ProviderMail | undefined) => {
    const asked = enquiry.asked.find((each) => each.providerRef === providerRef);
    const letter = asked && mail(asked);
    return asked && letter ? mailTo(ports, enquiry, asked, letter, pageOf) : ({ state: 'superseded' } as const);
  };
  return {
    'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect),
    'mail-enquiry': ({ state }, { providerRef }) =>
      toProvider(state, providerRef, (asked) => (isOver(state) ? undefined : askMail(state, asked, false))),
    'remind-provider': ({ state }, { providerRef }) =>
      toProvider(state, providerRef, (asked) => (isOver(state) || asked.reply ? undefined : askMail(state, asked, true))),
    'tell-provider-criteria': ({ state }, { providerRef }) =>
      toProvider(state, providerRef, () =>
        isOver(state)
          ? undefined
          : {
              subject: `${state.buyerName} has made clearer how it chooses (${state.ref})`,
              paragraphs: [
                ...state.criteria.flatMap(({ criterion, refined }) =>
                  refined === undefined ? [] : [`${criterionWords[criterion]}: ${refined}`],
                ),
                'What counts, and in what order, stays as it was. If you have answered before, look whether your answer still holds: you can answer once more.',
                `Answer by ${formatInstant(state.closesAt)}.`,
              ],
              link: 'Answer the enquiry',
            },
      ),
    'tell-outcome': ({ state }, { providerRef }) => toProvider(state, providerRef, (asked) => outcomeMail(state, asked)),
    'ask-council': async ({ state }, effect) => {
      if (state.council?.reply || state.outcome) return { state: 'superseded' };
      return tellPeople(ports, state.ref, effect, commissionersOf(await ports.buyers.councilMembers('known')), {
        title: `${state.buyerName} asks the commissioning team`,
        paragraphs: [...askedFor(state), `Enquiry ${state.ref}. One of you answers for the council.`],
        link: { text: 'Answer', onCard: links.onCard(state.ref), inMail: links.inMail(state.ref) },
      });
    },
    'tell-asker': async ({ state }, effect) => {
      if (state.outcome) return { state: 'superseded' };
      return tellPeople(ports, state.ref, effect, [state.asker], {
        title: titles[effect.news],
        paragraphs: [`Enquiry ${state.ref}, sent on ${formatInstant(state.sentAt)}. Choose an answer, or end it with a reason.`],
        link: { text: 'Look at the answers', onCard: links.onCard(state.ref), inMail: links.inMail(state.ref) },
      });
    },
  };
};
