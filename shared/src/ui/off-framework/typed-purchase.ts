import type { OffFrameworkBody, OffFrameworkReply } from '../../contract/off-framework.ts';
import { addMonths, type LocalDate, localDate } from '../../domain/days/local-date.ts';
import { type Pence, poundsText, poundsToPence } from '../../domain/money/money.ts';
import {
  longestBecause,
  longestBought,
  longestProviderName,
  monthsAhead,
  monthsBack,
  monthWords,
  providerNameMayHold,
} from '../../domain/off-framework/off-framework-limits.ts';
import { type OffFrameworkReason, offFrameworkReasons } from '../../domain/off-framework/off-framework-purchase.ts';
import { type PupilIdentity, screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import type { FormError } from '../forms/form-error.ts';

/** A declaration as it is typed: every field a text. */
export interface PurchaseAnswers {
  readonly buyerRef: string;
  /** '' fits no lot. */
  readonly lotKey: string;
  readonly bought: string;
  readonly providerName: string;
  readonly net: string;
  readonly from: string;
  readonly to: string;
  readonly reason: OffFrameworkReason | '';
  readonly because: string;
}

export const blankPurchase = (buyerRef: string, today: LocalDate): PurchaseAnswers => ({
  buyerRef,
  lotKey: '',
  bought: '',
  providerName: '',
  net: '',
  from: today.slice(0, 7),
  to: today.slice(0, 7),
  reason: '',
  because: '',
});

/** What was declared, as it was typed. */
export const answersOf = ({
  buyerRef,
  lotKey = '',
  bought,
  providerName,
  net,
  from,
  to,
  reason,
  because = '',
}: OffFrameworkReply): PurchaseAnswers => ({
  buyerRef,
  lotKey,
  bought,
  providerName,
  net: poundsText(net),
  from,
  to,
  reason,
  because,
});

/** The months on offer, the newest first: '2027-01' as 'January 2027'. */
export const monthOptions = (today: LocalDate): readonly { readonly value: string; readonly label: string }[] => {
  const first = localDate(`${today.slice(0, 7)}-01`);
  return Array.from({ length: monthsAhead + monthsBack + 1 }, (_, back) => addMonths(first, monthsAhead - back).slice(0, 7)).map(
    (month) => ({
      value: month,
      label: monthWords(month),
    }),
  );
};

/** A sum as typed, in pounds with or without their sign and commas, above nothing. */
const penceOf = (typed: string): Pence | undefined => {
  const text = typed.trim().replace(/^£/, '').replaceAll(',', '');
  const sum = /^\d{1,7}(\.\d{1,2})?$/.test(text) ? poundsToPence(Number(text)) : undefined;
  return sum !== undefined && sum > 0 ? sum : undefined;
};

const faultOf = (text: string, longest: number, missing: string, may?: readonly PupilIdentity[]): string | undefined => {
  if (text.trim() === '') return missing;
  if (text.trim().length > longest) return `Enter ${longest.toLocaleString('en-GB')} characters or fewer`;
  const screened = screenFreeText(text, may);
  return screened.ok ? undefined : screened.sentence;
};

/** What is typed as the service takes it; or what this page can see is wrong with it. */
export const bodyOf = (answers: PurchaseAnswers): { readonly purchase?: OffFrameworkBody; readonly errors: readonly FormError[] } => {
  const net = penceOf(answers.net);
  const reason = offFrameworkReasons.find((each) => each === answers.reason);
  const because = answers.because.trim();
  const why =
    because !== '' || reason === 'other' ? faultOf(because, longestBecause, 'Enter why it was bought outside the framework') : undefined;
  const faults: readonly (readonly [string, string | undefined])[] = [
    ['bought', faultOf(answers.bought, longestBought, 'Enter what was bought')],
    ['providerName', faultOf(answers.providerName, longestProviderName, 'Enter who provides it', providerNameMayHold)],
    ['net', net === undefined ? 'Enter what it costs in all, in pounds, such as 1,250.00' : undefined],
    ['to', answers.to < answers.from ? 'The last month must not be before the first' : undefined],
    ['reason', reason === undefined ? 'Choose why it was bought outside the framework' : undefined],
    ['because', why],
  ];
  const errors = faults.flatMap(([field, message]) => (message === undefined ? [] : [{ field, message }]));
  if (errors.length > 0 || net === undefined || reason === undefined) return { errors };
  const { lotKey, bought, providerName, from, to } = answers;
  return {
    errors,
    purchase: {
      ...(lotKey === '' ? {} : { lotKey }),
      bought: bought.trim(),
      providerName: providerName.trim(),
      net,
      from,
      to,
      reason,
      ...(because === '' ? {} : { because }),
    },
  };
};
