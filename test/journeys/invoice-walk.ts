import { ok, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { addDays, formatDate, type LocalDate } from '@ap/shared/domain/days/local-date';
import { matchOutcomeWords } from '@ap/shared/domain/invoices/match-line';
import { formatMoney, pence } from '@ap/shared/domain/money/money';
import { vatOf } from '@ap/shared/domain/money/rounding';
import { codeOf } from '../support/code-of.ts';
import type { TestStack } from '../support/running-stack.ts';

/** A placement that is over, of which the first morning was reported and nothing else. */
export interface InvoicedPlacement {
  readonly ref: string;
  readonly number: string;
  readonly pupilRef: string;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/**
 * The money of a placement that is over (rows 44, 60): its document; an invoice that asks too much and is matched with attendance; a credit note; what was never
 * reported, explained; and the order reconciled. Throws at the first thing that is not as it should be.
 */
export const walkInvoices = async (
  { people }: Pick<TestStack, 'people'>,
  { ref, number, pupilRef, first, last }: InvoicedPlacement,
  say: (line: string) => void,
): Promise<void> => {
  const school = people.invoicing('senco');
  const head = people.invoicing('head-teacher');
  const paper = await school.getOrderDocument({ params: { ref } });
  strictEqual(paper.pupilRef, pupilRef);
  strictEqual(await codeOf(people.invoicing('other-senco').getOrderDocument({ params: { ref } })), 'not-found');
  const pdf = new Uint8Array(await (await school.getOrderPdf({ params: { ref } })).arrayBuffer());
  strictEqual(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-');
  strictEqual(await codeOf(people.invoicing('other-senco').getOrderPdf({ params: { ref } })), 'not-found');
  say(
    `13. The order on paper (row 44), as page and as PDF of ${Math.round(pdf.length / 1024)} kB: ${paper.frameworkName}, ${paper.parts.length} parts, ${formatMoney(paper.gross)}; ${paper.terms.noticeHours} hours' notice of an absence`,
  );

  const day = { from: first, to: first };
  const owed = await school.getCharges({ params: { ref } });
  ok(owed.due > 0 && owed.unreported > 0 && !owed.reconciled);
  const over = 1_000;
  const net = pence(owed.due + over);
  const account = { buyerRef: owed.buyerRef, providerRef: owed.providerRef };
  const line = { orderNumber: number, ...day, units: owed.dueUnits, net };
  const enter = (body: Partial<Parameters<typeof school.enterInvoice>[0]['body']>) =>
    school.enterInvoice({
      body: { ...account, kind: 'invoice', number: 'INV 1', date: last, lines: [line], vat: vatOf(net, paper.vatBasisPoints), ...body },
      key: randomUUID(),
    });
  strictEqual(await codeOf(enter({ lines: [{ ...line, orderNumber: 'AP-999999' }] })), 'order-not-chargeable');
  const invoice = await enter({});
  const [matched] = invoice.lines;
  strictEqual(matched?.difference, over);
  strictEqual(await codeOf(enter({ number: 'INV 2', lines: [{ ...line, to: addDays(first, 1) }] })), 'charged-twice');
  say(
    `14. Its provider invoices ${formatMoney(net)} for the first day; ${formatMoney(matched.dueNet)} is owed by attendance: ${matchOutcomeWords[matched.outcome].toLowerCase()}, ${formatMoney(pence(over))} more. A second invoice for that day is refused`,
  );

  const month = last.slice(0, 7);
  const rows = async (who: typeof school) => (await who.getMonthEnd({ query: { month } })).rows;
  const own = await rows(school);
  strictEqual(own[0]?.outcome, 'mismatch');
  ok(!(await rows(people.invoicing('other-senco'))).some((row) => row.orderNumber === number));
  const file = await school.getMonthEndFile({ query: { month, what: 'accruals' } });
  const text = Buffer.from(file.content, 'base64').toString();
  ok(text.includes(number) && !text.includes(pupilRef), 'the file names the order, and no pupil');
  say(`15. The report of the month shows it first, and so does its CSV, "${file.fileName}"`);

  const seen = (of: typeof invoice) => ({ version: of.version, dueNet: of.lines.map(({ dueNet }) => dueNet) });
  const accept = (who: typeof school, of: typeof invoice, reason?: string) =>
    who.commandInvoice({
      params: { ref: of.ref },
      body: { kind: 'accept', seen: seen(of), reasons: reason === undefined ? [] : [{ line: 0, reason }] },
      key: randomUUID(),
    });
  strictEqual(await codeOf(accept(school, invoice, 'Agreed.')), 'not-your-role');
  strictEqual(await codeOf(accept(head, invoice)), 'comment-required');
  strictEqual((await accept(head, invoice, 'A credit note follows.')).status, 'accepted');
  const credit = await enter({
    kind: 'credit-note',
    number: 'CN 1',
    lines: [{ ...line, units: 0, net: pence(over) }],
    vat: vatOf(pence(over), paper.vatBasisPoints),
  });
  strictEqual(credit.lines[0]?.outcome, 'matches');
  await accept(head, credit);
  say('16. The head teacher accepts it with a reason; a credit note over what was too much matches. Nobody accepts what they entered');

  const left = await school.getCharges({ params: { ref } });
  strictEqual(left.difference, 0);
  strictEqual(left.reconciled, false);
  ok(left.may.includes('close') && left.unreported > 0);
  const closing = await enter({
    kind: 'closing',
    number,
    note: 'The provider closed for repairs and invoices no more.',
    lines: left.gaps.map(({ from, to }) => ({ orderNumber: number, from, to, units: 0, net: pence(0) })),
    vat: pence(0),
  });
  await accept(head, closing);
  const done = await head.getCharges({ params: { ref } });
  ok(done.reconciled);
  say(
    `17. From ${formatDate(left.gaps[0]?.from ?? last, 'plain')} nobody reported ${left.unreported} sessions, and nothing more is invoiced: said with a reason and accepted. Order ${number} is reconciled: ${formatMoney(done.due)} owed, ${formatMoney(pence(done.invoiced - done.credited))} accepted for payment`,
  );
};
