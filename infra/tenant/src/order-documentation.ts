import { orderMachine, orderRoleNames } from '@ap/shared/domain/orders/order-machine';
import { startCheckKinds, startCheckTexts } from '@ap/shared/domain/orders/start-checks';
import { fewestDaysToReview } from '@ap/shared/domain/reviews/review-schedule';
import { machineSection } from './machine-documentation.ts';

const introduction = `# How a placement runs, from the provider's answer to its end

Generated from the tables in \`shared/src/domain/orders\` by \`npm run docs\`. Do not edit: change the tables or \`order-documentation.ts\`, then generate it again.

The order is part of its call-off's record: one conditional write decides about request, approvals and order together (decision 30).

## Why this provider

A direct award rests on a basis that the framework permits, and the basis has to be true (R30, row 38, decision 43). The lowest price and the only match are proved
when the request is sent, against every other service of the lot that could be ordered for the same need; the form says it with the price. What only the school can
say, it says in its own words. The evidence is frozen with the request: approvers and commissioners read it on its page, with the cheapest others and their totals;
the order on paper, which the provider reads too, names and prices nobody.

## The provider's answer

The mail of an order holds a link that answers once, without an account. The provider accepts, declines with a reason, or says what it can offer instead; then
the order waits and the school decides. Its time is so many working days, until five in the afternoon (\`order-policy\` in Settings). On the last morning it is
reminded. After its time the order is unfilled, and the school asks elsewhere.

## Before the start

`;

const planAndMoney = `
## Plan and money

What is planned is a list of parts: so many days with one pattern of the week. A change cuts the parts at a day and adds another; a pause, a notice or an end only
cuts. The money is counted again each time, from all parts, at the rate that was frozen with the request; VAT once, on the whole. What costs more than was approved
waits for the approvers of that total, and the order stays as it was until they have decided. The frozen price of the request never changes.
They are reminded, their delegates are asked, and the change is passed on to the next in line by the clock of approvals (R43, decision 32); its first day is the
first that is planned otherwise.

Each part counts towards the threshold of registration with its own days and hours (R12 to R14). An order that came to nothing counts for nothing.
`;

const whileItRuns = `
## While it runs

**Attendance** (rows 56, 57; R22 to R25). Sessions follow from the plan, the school's terms and the pauses; a record is made only when something is told. The
provider signs in on \`/today/\` with a mailed code (decision 33) and taps present, late, absent or cancelled for each. An absence is told to the school at once. A
session that nobody reported by its hour (\`attendance-policy\` in Settings) is told as an absence is: silence is never presence. A code is suggested, and the school
confirms its own. The room Placements shows every session of a day over all orders of a school, those first of whom nobody knows where they are, confirms several at
once and takes back what was confirmed; a commissioner reads the same of every school and confirms none (row 72). What is owed follows from the lot's terms: what was taught; what was missed without notice; nothing that the provider cancelled.

**Place and staff** (R3, decision 40). An order keeps where its pupil is taught; a clock compares it with the register of sites. Another place, and what the provider
says on \`/today/\` of another place or other staff, is told as an absence is, and to whoever requested. The school records that it knows; a confirmation of staff checks
is renewed when the staff is another (R2): until then a placement does not start, and no B is suggested.

**Reviews** (R5, row 58). One in each half-term in which the pupil is planned to be there, by the last such day; a first half-term of fewer than ${fewestDaysToReview} school days asks
for none of its own. The school records it with the provider: who took part by role, how the pupil stands against the objectives, what was decided. The requester is
reminded of each due day once, and the contacts of the school when it is overdue for the school days in Settings (\`reviewOverdueSchoolDays\` of \`order-policy\`). A late review makes good those that were missed before it, not the one of its own half-term.

## Invoices (row 60, decision 38)

One invoice of a provider covers many orders of one buyer. Somebody of the buyer types what it says, line by line; no file is kept, because papers of providers name
pupils. Each line is matched with what attendance owes for its days at the frozen rate. Somebody else of the buyer accepts it, with a reason for each line that
differs; more than is owed only within an approver's limit. Who must decide is told that it waits; the provider is mailed what it has to put right, and that a credit note is expected. Nothing is charged twice: a day of an order stands on one invoice that waits or was accepted. A credit note
gives back what was charged too much. An order that is over is reconciled once every day for which anything is owed or unknown has a paper that was accepted; what will
never be invoiced is said with a reason and accepted by a second person. The units of a block purchase are owed there. The end of a month shows what does not match first,
with what is delivered and not invoiced as the accrual, and gives both as CSV. Nothing is paid from here. The order can be printed and downloaded as PDF (row 44).
`;

/** Orders in Markdown: the rules in words, what a start needs, a drawing and the table of transitions. */
export const orderDocumentation = (): string =>
  [
    introduction +
      ['| what is recorded | rule | with the way of telling |', '| --- | --- | --- |']
        .concat(
          startCheckKinds.map((kind) => {
            const { title, statement, rule, needsChannel } = startCheckTexts[kind];
            return `| **${title}.** ${statement} | ${rule} | ${needsChannel ? 'yes' : ''} |`;
          }),
        )
        .join('\n'),
    planAndMoney,
    whileItRuns,
    ...machineSection(orderMachine, orderRoleNames),
  ].join('\n');
