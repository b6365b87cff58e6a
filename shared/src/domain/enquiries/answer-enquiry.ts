import type { Change } from '../call-off/decider.ts';
import { compareDates, formatInstant, toLondonDate } from '../days/local-date.ts';
import { formatMoney } from '../money/money.ts';
import { type Refusal, refused } from '../refusal.ts';
import { type AskedProvider, allAnswered, type Enquiry, type EnquiryWork, type ProviderReply, takesAnswers } from './enquiry.ts';
import type { EnquiryAnswer, EnquiryCommand } from './enquiry-command.ts';
import { whyNotOptionalWords, whyNotWords } from './enquiry-words.ts';

type Outcome = Change<Enquiry, EnquiryWork> | Refusal;
type Of<K extends EnquiryCommand['kind']> = Extract<EnquiryCommand, { readonly kind: K }>;

/** Row 39: a price below or at the framework's, and a day that lies ahead; only in a competition, and there of everybody who is interested. */
const whyNotQuote = ({ ceiling }: AskedProvider, answer: EnquiryAnswer, now: string): Refusal | undefined => {
  const quote = answer.kind === 'interested' ? answer.quote : undefined;
  if (!ceiling)
    return quote === undefined
      ? undefined
      : refused('price-above-framework', 'The price is the framework price: none is quoted here.', '/answer/quote');
  if (answer.kind !== 'interested') return undefined;
  if (!quote) return refused('text-required', 'Enter your price and the day on which you can start.', '/answer/quote/unitPrice');
  if (!Number.isInteger(quote.unitPrice) || quote.unitPrice <= 0 || quote.unitPrice > ceiling.unitPrice)
    return refused(
      'price-above-framework',
      `Enter a price up to your framework price: ${formatMoney(ceiling.unitPrice)} per ${ceiling.unit}, ex VAT.`,
      '/answer/quote/unitPrice',
    );
  return compareDates(quote.earliestStart, toLondonDate(now)) < 0
    ? refused('dates-not-allowed', 'Enter a day that is today or later.', '/answer/quote/earliestStart')
    : undefined;
};

const whyNotText = (answer: EnquiryAnswer): Refusal | undefined => {
  switch (answer.kind) {
    case 'interested':
      return whyNotOptionalWords(answer.text, '/answer/text');
    case 'declined':
      return whyNotWords(answer.reason, 'Enter why you decline.', '/answer/reason');
    case 'undecided':
      return whyNotWords(answer.text, 'Enter what you still have to know or settle.', '/answer/text');
  }
};

const answeredWords: Readonly<Record<EnquiryAnswer['kind'], string>> = {
  interested: 'is interested',
  declined: 'declines',
  undecided: 'is undecided',
};

const statusAfter = (next: Pick<Enquiry, 'kind' | 'asked' | 'council'>): Enquiry['status'] =>
  allAnswered(next) ? 'replied' : 'partly-replied';

/** Takes a provider's answer (row 62): once, but whoever was undecided may decide while there is time. Nobody's words are in the history of a sealed competition. */
export const answerEnquiry = (
  present: Enquiry,
  { providerRef, answer, answerer }: Of<'answer-enquiry'>,
  _facts: unknown,
  now: string,
): Outcome => {
  const asked = present.asked.find((each) => each.providerRef === providerRef);
  if (!asked) return refused('not-yours', 'You were not asked in this enquiry.');
  if (!takesAnswers(present, now)) return refused('enquiry-closed', `The time to answer ended on ${formatInstant(present.closesAt)}.`);
  if (asked.reply !== undefined && asked.reply.answer !== 'undecided')
    return refused('enquiry-answered', 'You have answered this enquiry. Write to the school to say something else.');
  const unfit = whyNotText(answer) ?? whyNotQuote(asked, answer, now);
  if (unfit) return unfit;
  const text = (answer.kind === 'declined' ? answer.reason : answer.text)?.trim() || undefined;
  const reply: ProviderReply = {
    answer: answer.kind,
    ...(text === undefined ? {} : { text }),
    ...(answer.kind === 'interested' && answer.quote ? { quote: answer.quote } : {}),
    by: answerer,
    at: now,
  };
  const next = { ...present, asked: present.asked.map((each) => (each === asked ? { ...each, reply } : each)) };
  const status = statusAfter(next);
  return {
    state: { ...next, status },
    what: `${asked.providerName} ${answeredWords[answer.kind]} (${answerer})`,
    works: [{ kind: 'tell-asker', news: status === 'replied' && present.status !== 'replied' ? 'all-answered' : 'answered' }],
  };
};

/** Takes the commissioners' answer, once. */
export const answerForCouncil = (present: Enquiry, { text, by }: Of<'answer-for-council'>, _facts: unknown, now: string): Outcome => {
  if (!present.council) return refused('not-yours', 'The commissioning team was not asked in this enquiry.');
  if (present.council.reply) return refused('enquiry-answered', `${present.council.reply.by.name} has answered for the council.`);
  const unfit = whyNotWords(text, 'Enter your answer.', '/text');
  if (unfit) return unfit;
  const next = { ...present, council: { reply: { text: text.trim(), by, at: now } } };
  return {
    state: { ...next, status: present.status === 'closed' ? 'closed' : statusAfter(next) },
    what: 'The commissioning team answered',
    works: [{ kind: 'tell-asker', news: 'council-answered' }],
  };
};
