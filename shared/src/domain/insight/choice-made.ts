import { type LocalDate, toLondonDate } from '../days/local-date.ts';
import { type Pence, penceToPounds } from '../money/money.ts';
import { planSentence, readPlan } from '../money/planned-timetable.ts';
import { type Choice, type ComparedService, chosenName } from '../register/choice.ts';

/** A choice of a buyer as commissioners read it: what was compared, at which prices, which was chosen and why; not who wrote it. */
export interface ChoiceMade extends Omit<Choice, 'by'> {
  readonly buyerRef: string;
  readonly buyerName: string;
}

/** What narrows choices; an empty text or none narrows nothing. A provider or a lot is one of any service that was compared, chosen or not. */
export interface ChoiceFilter {
  readonly buyer?: string | undefined;
  readonly provider?: string | undefined;
  readonly lot?: string | undefined;
}

const fits = (asked: string | undefined, values: readonly (string | undefined)[]): boolean =>
  asked === undefined || asked === '' || values.includes(asked);

/** The choices that pass a filter, as they came. */
export const narrowedChoices = <C extends Pick<ChoiceMade, 'buyerRef' | 'compared'>>(
  choices: readonly C[],
  { buyer, provider, lot }: ChoiceFilter,
): readonly C[] =>
  choices.filter(
    ({ buyerRef, compared }) =>
      fits(buyer, [buyerRef]) &&
      fits(
        provider,
        compared.map(({ providerName }) => providerName),
      ) &&
      fits(
        lot,
        compared.map(({ lotName }) => lotName),
      ),
  );

/** Choices of these days, both included, the newest first. */
export const choicesBetween = <C extends { readonly choice: Pick<Choice, 'at'> }>(
  kept: readonly C[],
  from: LocalDate,
  to: LocalDate,
): readonly C[] =>
  kept
    .filter(({ choice: { at } }) => toLondonDate(at) >= from && toLondonDate(at) <= to)
    .sort((a, b) => b.choice.at.localeCompare(a.choice.at));

/** A cell of a table to reckon with: money in pounds; '' where there is nothing. */
type Cell = string | number;
type Told = Pick<ChoiceMade, 'at' | 'buyerName' | 'serviceRef' | 'reason' | 'plan' | 'compared'>;

const pounds = (amount: Pence | undefined): Cell => (amount === undefined ? '' : penceToPounds(amount));
const planned = (plan: string | undefined): string => {
  const read = plan === undefined ? undefined : readPlan(plan);
  return read ? planSentence(read) : '';
};

/** Columns of a file of choices, a row for each service that was compared: so the prices can be reckoned with. */
export const choiceColumns: readonly {
  readonly name: string;
  readonly money?: true;
  readonly of: (choice: Told, service: ComparedService) => Cell;
}[] = [
  { name: 'Day', of: ({ at }) => toLondonDate(at) },
  { name: 'School or department', of: ({ buyerName }) => buyerName },
  { name: 'Chosen', of: chosenName },
  { name: 'Why', of: ({ reason }) => reason },
  { name: 'Compared', of: (_, { name }) => name },
  { name: 'Provider', of: (_, { providerName }) => providerName },
  { name: 'Lot', of: (_, { lotName = '' }) => lotName },
  { name: 'Was chosen', of: ({ serviceRef }, service) => (service.serviceRef === serviceRef ? 'Yes' : 'No') },
  { name: 'Price ex VAT', money: true, of: (_, { price }) => pounds(price) },
  { name: 'Price inc VAT', money: true, of: (_, { priceIncVat }) => pounds(priceIncVat) },
  { name: 'Per', of: (_, { unit }) => unit },
  { name: 'Timetable', of: ({ plan }) => planned(plan) },
  { name: 'Package ex VAT', money: true, of: (_, service) => pounds(service.planned?.net) },
  { name: 'Package inc VAT', money: true, of: (_, service) => pounds(service.planned?.gross) },
];

/** Choices as rows of `choiceColumns`. */
export const choiceRows = (choices: readonly Told[]): readonly (readonly Cell[])[] =>
  choices.flatMap((choice) => choice.compared.map((service) => choiceColumns.map(({ of }) => of(choice, service))));
