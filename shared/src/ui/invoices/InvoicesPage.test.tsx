import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { type InvoicePage, invoicePlace } from '../../contract/invoice-place.ts';
import type { InvoiceReply } from '../../contract/invoices.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { meAs, membership } from '../forms/testing/samples.ts';
import { anInvoice, chargeable, charges, matchingInvoice, orderOnPaper, someInvoices } from '../testing/sample-invoices.ts';
import { InvoicesPage } from './InvoicesPage.tsx';

const show = (page: InvoicePage, answers: Parameters<typeof fakeService>[0]) => {
  const served = fakeService({ getMe: () => meAs(membership()), ...answers });
  const { went } = renderScreen(<InvoicesPage />, served.api, { service: served.service, place: invoicePlace(page) });
  return { ...served, went };
};
const one = (invoice: InvoiceReply, answers: Parameters<typeof fakeService>[0] = {}) =>
  show({ at: 'invoice', ref: invoice.ref }, { getInvoice: () => invoice, ...answers });
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const fill = async (name: string | RegExp, text: string) => userEvent.type(await screen.findByRole('textbox', { name }), text);
const choose = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }));
const accepted = (invoice: InvoiceReply): InvoiceReply => ({ ...invoice, version: 2, status: 'accepted', may: [] });

describe('row 60: the invoices of a school', () => {
  it('come in the order of the service: what waits first, with how many lines differ, and a credit note as given back', async () => {
    show({ at: 'list' }, { listInvoices: () => ({ invoices: [...someInvoices] }) });
    const rows = (await screen.findAllByRole('row')).slice(1);
    expect(rows.map((row) => within(row).getByRole('link').textContent)).toEqual(['GL 1042', 'GL 1039', 'GL 1031', 'GL CN 7']);
    expect(rows[0]?.textContent).toContain('Waiting to be accepted');
    expect(rows[3]?.textContent).toContain('-£114.00');
    expect(screen.getByRole('link', { name: 'Enter an invoice or a credit note' })).toBeTruthy();
  });

  it('R35: one that matches is accepted with the sums that were seen and no reason; the focus goes to how it stands', async () => {
    const served = one(matchingInvoice, { commandInvoice: () => accepted(matchingInvoice) });
    await choose('Accept it for payment');
    expect(screen.queryByRole('textbox')).toBeNull();
    await press('Send the decision');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Accepted for payment.'));
    expect(served.callsOf('commandInvoice').map(({ body }) => body)).toEqual([
      { kind: 'accept', seen: { version: 1, dueNet: [76_000] }, reasons: [] },
    ]);
    expect(screen.queryByRole('button', { name: 'Send the decision' })).toBeNull();
  });

  it('R35: each line that differs wants a reason of its own before anything is sent', async () => {
    const served = one(anInvoice(), { commandInvoice: () => accepted(anInvoice()) });
    await choose('Accept it for payment');
    await press('Send the decision');
    expect((await screen.findByRole('group', { name: 'There is a problem' })).textContent).toContain('Enter a reason');
    expect(served.callsOf('commandInvoice')).toEqual([]);
    await fill(/Why do you accept AP-000124/, 'A credit note follows.');
    await fill(/Why do you accept AP-000125/, 'The registers on paper were checked.');
    await press('Send the decision');
    await waitFor(() =>
      expect(served.callsOf('commandInvoice').map(({ body }) => body)).toMatchObject([
        {
          kind: 'accept',
          reasons: [
            { line: 1, reason: 'A credit note follows.' },
            { line: 2, reason: 'The registers on paper were checked.' },
          ],
        },
      ]),
    );
  });

  it('what changed since it was looked at is said, and is shown anew', async () => {
    const corrected = anInvoice({ version: 3, number: 'GL 1042' });
    let read = 0;
    one(matchingInvoice, {
      getInvoice: () => {
        read += 1;
        return read === 1 ? matchingInvoice : corrected;
      },
      commandInvoice: () => {
        throw new Refuse('invoice-changed', 'What the invoice says, or what is owed, has changed since you looked.');
      },
    });
    await choose('Accept it for payment');
    await press('Send the decision');
    expect(await screen.findByText('AP-000125')).toBeTruthy();
  });

  it('whoever typed it cannot accept it, and is told that somebody else does', async () => {
    one(anInvoice({ may: ['refuse', 'correct', 'withdraw'] }));
    expect(await screen.findByText(/You entered it, so somebody else/)).toBeTruthy();
    expect(screen.queryByRole('radio', { name: 'Accept it for payment' })).toBeNull();
  });

  it('a refusal says that its reason is mailed to the provider', async () => {
    const served = one(anInvoice(), { commandInvoice: () => anInvoice({ version: 2, status: 'refused', may: ['correct'] }) });
    await choose(/Refuse it/);
    expect(screen.getByText('It is mailed to the provider.')).toBeTruthy();
    await fill('What has the provider to put right?', 'The days are wrong.');
    await press('Send the decision');
    await waitFor(() =>
      expect(served.callsOf('commandInvoice').map(({ body }) => body)).toEqual([{ kind: 'refuse', reason: 'The days are wrong.' }]),
    );
  });

  it('is entered as it stands on the paper, in pence, and then shown', async () => {
    const served = show({ at: 'enter' }, { listChargeable: () => ({ accounts: [...chargeable] }), enterInvoice: () => anInvoice() });
    await choose('Invoice');
    await fill(/Number of the invoice/, 'GL 1042');
    await fill('Date on it', '3 5 2027');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'AP-000123');
    await fill('First day', '1 4 2027');
    await fill('Last day', '30 4 2027');
    await fill('Units, each a day', '8');
    await fill('Sum without VAT, in pounds', '760.00');
    await fill(/VAT of the whole/, '152');
    await press('Enter it');
    await waitFor(() => expect(served.went).toEqual([invoicePlace({ at: 'invoice', ref: 'IV-0001' })]));
    expect(served.callsOf('enterInvoice').map(({ body }) => body)).toMatchObject([
      {
        buyerRef: 'B-0001',
        providerRef: 'P-0001',
        kind: 'invoice',
        number: 'GL 1042',
        date: '2027-05-03',
        vat: 15_200,
        lines: [{ orderNumber: 'AP-000123', from: '2027-04-01', to: '2027-04-30', units: 8, net: 76_000 }],
      },
    ]);
  });

  it('another provider may be chosen by keyboard: what was typed stays, and only the order is chosen again', async () => {
    const [first] = chargeable;
    if (!first) throw new Error('There is no account.');
    const other = {
      ...first,
      providerRef: 'P-0002',
      providerName: 'Harbour Learning',
      orders: [{ ...first.orders[0], orderNumber: 'AP-000200' }],
    };
    show({ at: 'enter' }, { listChargeable: () => ({ accounts: [first, other as typeof first] }) });
    await fill(/Number of the invoice/, 'HL 7');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'AP-000123');
    const who = screen.getByRole('combobox', { name: 'Who invoices whom?' });
    who.focus();
    await userEvent.selectOptions(who, 'Harbour Learning, for Oakfield School');
    expect(document.activeElement).toBe(who);
    expect((screen.getByRole('textbox', { name: /Number of the invoice/ }) as HTMLInputElement).value).toBe('HL 7');
    expect((screen.getByRole('combobox', { name: 'Order' }) as HTMLSelectElement).value).toBe('');
  });

  it('that nothing more will come is stated with a reason, for each day that no paper answers for', async () => {
    const served = show(
      { at: 'order', ref: 'CO-7K3MQ9' },
      {
        getCharges: () => charges({ state: 'completed', may: ['close'] }),
        enterInvoice: () => anInvoice({ ref: 'IV-0009', kind: 'closing' }),
      },
    );
    await press('State that nothing more will be invoiced');
    expect((await screen.findByRole('group', { name: 'There is a problem' })).textContent).toContain(
      'Say why nothing more will be invoiced',
    );
    await fill('Why will these days not be invoiced?', 'The provider closed for repairs.');
    await press('State that nothing more will be invoiced');
    await waitFor(() => expect(served.went).toEqual([invoicePlace({ at: 'invoice', ref: 'IV-0009' })]));
    expect(served.callsOf('enterInvoice').map(({ body }) => body)).toMatchObject([
      { kind: 'closing', number: 'AP-000123', lines: [{ from: '2027-05-01', to: '2027-05-14', units: 0, net: 0 }] },
    ]);
  });
});

describe('row 44: an order on paper', () => {
  it('says its totals and whom to ring, and is downloaded under the number of the order', async () => {
    const saved: string[] = [];
    URL.createObjectURL = () => 'blob:paper';
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    const served = show(
      { at: 'document', ref: 'CO-7K3MQ9' },
      { getOrderDocument: () => orderOnPaper, getOrderPdf: () => new Blob(['%PDF-']) },
    );
    expect(await screen.findByText('£2,508.00')).toBeTruthy();
    expect(screen.getByText('VAT at 20%')).toBeTruthy();
    await press('Download PDF');
    await waitFor(() => expect(saved).toEqual(['AP-000123.pdf']));
    expect(served.callsOf('getOrderPdf')).toHaveLength(1);
    jest.restoreAllMocks();
  });

  it('that it could not be downloaded is said', async () => {
    show(
      { at: 'document', ref: 'CO-7K3MQ9' },
      {
        getOrderDocument: () => orderOnPaper,
        getOrderPdf: () => {
          throw new Refuse('busy-try-later', 'The register is busy. Try again in a moment.');
        },
      },
    );
    await press('Download PDF');
    expect((await screen.findByRole('alert')).textContent).toContain('The register is busy');
  });
});
