import { aCallOff, head } from '@ap/shared/domain/call-off/call-off.fixture';
import { pence } from '@ap/shared/domain/money/money';
import { approvalMail } from './approval-mail.ts';

test.each([
  [{ net: pence(120_000), vat: pence(24_000), gross: pence(144_000) }, '£1,440.00 with VAT, £1,200.00 without'],
  [{ net: pence(144_000), vat: pence(0), gross: pence(144_000) }, '£1,440.00, no VAT'],
])('R38: the mail that asks for a decision shows both totals, in its subject and its text', (price, told) => {
  const callOff = aCallOff();
  const { subject, html } = approvalMail({ ...callOff, price: { ...callOff.price, ...price } }, head, 'https://pages.example');
  expect(subject).toBe(`Approve ${callOff.ref}: ${told}, for ${callOff.buyerName}`);
  expect(html).toContain(`Total ${told}.`);
});
