import type { getChoicesFile as fileDeclared, listChoicesMade as listDeclared } from '@ap/shared/contract/choices-made';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { LocalDate } from '@ap/shared/domain/days/local-date';
import { type ChoiceMade, choiceColumns, choiceRows, choicesBetween, narrowedChoices } from '@ap/shared/domain/insight/choice-made';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { tableSheet, workbookFile } from '../workbook.ts';
import { daysAsked } from './days-asked.ts';

type Needs = Pick<Ports, 'choices' | 'buyers' | 'clock'>;

const madeBetween = async ({ choices, buyers }: Needs, from: LocalDate, to: LocalDate): Promise<readonly ChoiceMade[]> => {
  const names = new Map((await buyers.all()).map(({ ref, name }) => [ref, name]));
  return choicesBetween(await choices.all(), from, to).map(({ buyerRef, choice: { by: _writer, ...choice } }) => ({
    ...choice,
    buyerRef,
    buyerName: names.get(buyerRef) ?? buyerRef,
  }));
};

/** Why schools chose what they chose, for the council's people. Reasons are screened when they are kept. */
export const listChoicesMade =
  (ports: Needs) =>
  async ({ query }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const { from, to } = daysAsked(query, ports);
    const made = await madeBetween(ports, from, to);
    return {
      from,
      to,
      choices: made.map(({ compared, ...choice }) => ({ ...withoutAbsent(choice), compared: compared.map(withoutAbsent) })),
    };
  };

const widths: Readonly<Record<string, number>> = { Why: 80, Day: 12, Per: 10 };

/** The same as a workbook that can be reckoned with. */
export const getChoicesFile =
  (ports: Needs) =>
  async ({ query: { from: first, to: last, ...filter } }: Call<typeof fileDeclared>): Promise<ReplyOf<typeof fileDeclared>> => {
    const { from, to } = daysAsked({ from: first, to: last }, ports);
    const rows = choiceRows(narrowedChoices(await madeBetween(ports, from, to), filter));
    return workbookFile(`Choices ${from} to ${to}`, [tableSheet('Choices', choiceColumns, rows, widths)]);
  };
