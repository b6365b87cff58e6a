import type { getComparisonFile as declared } from '@ap/shared/contract/comparisons';
import type { ServiceSummary } from '@ap/shared/contract/directory';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { Shortlisted } from '@ap/shared/contract/shortlist';
import { formatInstant, toLondonDate } from '@ap/shared/domain/days/local-date';
import { formatMoney, type Pence, penceToPounds } from '@ap/shared/domain/money/money';
import { type PlannedTimetable, packageCost } from '@ap/shared/domain/money/package-cost';
import { planSentence, readPlan } from '@ap/shared/domain/money/planned-timetable';
import { vatSentences } from '@ap/shared/domain/money/vat-treatment';
import { type Choice, chosenName, comparedName } from '@ap/shared/domain/register/choice';
import { deliveryModeNames, keyStageNames, needNames } from '@ap/shared/domain/register/service-names';
import { cellText } from '@ap/shared/domain/texts/csv-text';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { bold, type FilledCell, type FilledSheet, poundsCell, workbookFile } from '../workbook.ts';
import { choicesOf } from './choices.ts';
import { homeOutcode } from './home-outcode.ts';
import { refuseStrangers, shortlistedNow, shortlistOf } from './shortlist.ts';

/** Pence as pounds that Excel adds up; an empty cell where there is none. */
const pounds = (amount: Pence | undefined): FilledCell => (amount === undefined ? null : poundsCell(penceToPounds(amount)));
/** Whatever a provider or a colleague wrote stays a text, also when the file is saved as CSV. */
const text = (value: string | undefined): FilledCell => (value === undefined || value === '' ? null : cellText(value));

type Column = readonly [heading: string, width: number, cell: (service: ServiceSummary) => FilledCell];

const columns: readonly Column[] = [
  ['Service', 34, ({ name }) => text(name)],
  ['Provider', 28, ({ providerName }) => text(providerName)],
  ['Lot', 28, ({ lotName }) => text(lotName)],
  ['Price ex VAT', 14, ({ price }) => pounds(price)],
  ['Price inc VAT', 14, ({ priceIncVat }) => pounds(priceIncVat)],
  ['Per', 10, ({ unit }) => unit],
  ['VAT', 30, ({ vatTreatment }) => vatSentences[vatTreatment]],
  ['Can start from', 16, ({ earliestStart }) => text(earliestStart)],
  ['Places free', 12, ({ placesFree }) => placesFree ?? null],
  ['Places as at', 16, ({ placesAsAt }) => text(placesAsAt)],
  ['Where', 20, ({ deliveryMode }) => deliveryModeNames[deliveryMode]],
  ['Distance', 18, ({ distance }) => text(distance)],
  ['Ages', 10, ({ ageFrom, ageTo }) => `${ageFrom} to ${ageTo}`],
  ['Key stages', 24, ({ keyStages }) => text(keyStages.map((stage) => keyStageNames[stage]).join(', '))],
  ['Needs', 40, ({ needs }) => text(needs.map((need) => needNames[need]).join(', '))],
  ['Checks hold until', 18, ({ qaValidUntil }) => text(qaValidUntil)],
];

const planned = (plan: PlannedTimetable): readonly Column[] => [
  ['Units planned', 14, (service) => packageCost(plan, service)?.units ?? null],
  ['Package ex VAT', 16, (service) => pounds(packageCost(plan, service)?.net)],
  ['Package inc VAT', 16, (service) => pounds(packageCost(plan, service)?.gross)],
];

type Row = Omit<Shortlisted, 'addedAt'>;

const comparisonSheet = (rows: readonly Row[], plan: PlannedTimetable | undefined, on: string): FilledSheet => {
  const all = plan ? [...columns.slice(0, 7), ...planned(plan), ...columns.slice(7)] : columns;
  const about = `As the register had it on ${on}.${plan ? ` Packages are for ${planSentence(plan)}.` : ''}`;
  return {
    sheet: 'Comparison',
    columns: [...all.map(([, width]) => ({ width })), { width: 50 }],
    data: [
      [...all.map(([heading]) => bold(heading)), bold('Not available now because')],
      ...rows.map(({ serviceRef, service, listed, whyNot }) => [
        ...(service ? all.map(([, , cell]) => cell(service)) : [text(serviceRef), ...all.slice(1).map(() => null)]),
        listed ? null : text(whyNot),
      ]),
      [],
      [about],
    ],
    stickyRowsCount: 1,
  };
};

const choicesSheet = (choices: readonly Choice[]): FilledSheet => ({
  sheet: 'Reasons for choices',
  columns: [{ width: 24 }, { width: 24 }, { width: 34 }, { width: 80 }, { width: 80 }],
  data: [
    ['When', 'Who', 'Chosen', 'Reason', 'Compared, with prices of that day ex VAT'].map(bold),
    ...choices.map((choice) => [
      formatInstant(choice.at),
      text(choice.by),
      text(chosenName(choice)),
      text(choice.reason),
      text(choice.compared.map((service) => `${comparedName(service)}: ${formatMoney(service.price)} per ${service.unit}`).join('; ')),
    ]),
  ],
  stickyRowsCount: 1,
});

/** Row 37: a comparison as a workbook that can be reckoned with. */
export const getComparisonFile =
  (ports: Pick<Ports, 'shortlists' | 'choices' | 'providers' | 'directory' | 'buyers' | 'clock'>) =>
  async ({ caller, params: { buyerRef }, query }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    refuseStrangers(caller, buyerRef);
    const plan = query.plan === undefined ? undefined : readPlan(query.plan);
    const refs =
      query.services === undefined
        ? (await shortlistOf(ports, buyerRef)).map(({ serviceRef }) => serviceRef)
        : [...new Set(query.services.split(','))];
    const home = await homeOutcode(caller, ports.buyers);
    const rows = await Promise.all(refs.map((serviceRef) => shortlistedNow(ports, serviceRef, home)));
    const choices = await choicesOf(ports, buyerRef);
    const now = ports.clock.now();
    return workbookFile(`Comparison ${toLondonDate(now)}`, [comparisonSheet(rows, plan, formatInstant(now)), choicesSheet(choices)]);
  };
