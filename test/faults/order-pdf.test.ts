import { senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { runningOrder } from '@ap/shared/domain/orders/order.fixture';
import { orderPaper } from '@ap/shared/domain/orders/order-paper';
import { maySee } from '../../functions/src/call-offs/may-see-call-off.ts';
import { getOrderDocument, getOrderPdf } from '../../functions/src/invoices/order-document.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';
import { readPdf } from '../support/read-pdf.ts';

// Row 44 over the use case and the real drawing: the order as a file that both sides keep.

const running = runningOrder();
const placed = async (providerName: string) => {
  const world = memoryWorld();
  await world.callOffs.add({ ...running, providerName, outbox: [] });
  return world;
};
const call = (by: typeof senco) => ({ caller: callerOf(by), params: { ref: running.ref }, query: undefined, body: undefined, key: '' });

test('row 44: the PDF says word for word what the page says, with letters of any name of Europe, is tagged, in English and has a title', async () => {
  const world = await placed('Łódź Siân & Zoë Learning');
  const file = await getOrderPdf(world.ports, maySee)(call(senco));
  expect(file).toMatchObject({ name: `${running.order?.number}.pdf`, type: 'application/pdf' });
  const read = await readPdf(new Uint8Array(await file.arrayBuffer()));
  const words = (text: string): string => text.replaceAll(/\s+/g, ' ');
  const paper = orderPaper(await getOrderDocument(world.ports, maySee)(call(senco)));
  const said = [
    paper.title,
    ...paper.sections.flatMap(({ title, facts, text }) => [title, ...facts.flatMap(({ label, value }) => [label, value]), ...text]),
  ];
  for (const each of said) expect(words(read.text)).toContain(words(each));
  expect(read).toMatchObject({ language: 'en-GB', title: paper.title });
  expect(read.roles).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody']));
});

test('row 44: order, provider, both totals, VAT, contract and whom to ring stand on the paper', async () => {
  const world = await placed('Bramley Vale Centre');
  const { sections } = orderPaper(await getOrderDocument(world.ports, maySee)(call(senco)));
  const facts = Object.fromEntries(sections.flatMap((section) => section.facts.map(({ label, value }) => [label, value])));
  expect(facts).toMatchObject({
    Contract: 'Alternative provision 2026, lot Engagement',
    Provider: 'Bramley Vale Centre (Blackmore Vale Provision Limited)',
    'Without VAT': '£1,440.00',
    VAT: 'No VAT: exempt as education',
    'With VAT': '£1,440.00',
    'Who pays': 'The school',
    'At the school': 'Sena Coombe, sena.coombe@school.example',
    'At the provider': '01258 000000, orders@blackmore.example',
    'At the council': 'The commissioning team, 01632 960004',
    "The school's reference for the pupil": 'P-0147',
  });
});

test('a stranger gets no paper, and does not learn whether the order exists', async () => {
  const world = await placed('Bramley Vale Centre');
  await expect(getOrderPdf(world.ports, maySee)(call(stranger))).rejects.toMatchObject({ code: 'not-found' });
});
