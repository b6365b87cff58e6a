import { readFile } from 'node:fs/promises';
import type { Paper } from '@ap/shared/domain/orders/order-paper';
import { once } from '../once.ts';
import type { Papers } from '../ports/papers.ts';

/** Points, of which 72 make an inch. */
const margin = 56;
const termWidth = 150;
const gap = 12;

/**
 * Draws papers with PDFKit. The fonts (DejaVu Sans Condensed, which knows every letter of the names of Europe) are embedded, as PDF/UA asks; what is on the
 * page is tagged in reading order: headings, paragraphs, and facts as lists whose labels are their names. Library and fonts are loaded with the first paper.
 */
export const pdfPapers = (fonts: URL): Papers => {
  const load = once(async () => {
    const [{ default: PdfDocument }, regular, bold] = await Promise.all([
      import('pdfkit'),
      readFile(new URL('DejaVuSansCondensed.ttf', fonts)),
      readFile(new URL('DejaVuSansCondensed-Bold.ttf', fonts)),
    ]);
    return { PdfDocument, regular, bold };
  });
  return {
    pdf: async (paper) => {
      const { PdfDocument, regular, bold } = await load();
      const doc = new PdfDocument({
        size: 'A4',
        margin,
        bufferPages: true,
        pdfVersion: '1.7',
        // The types know fewer subsets than the library.
        subset: 'PDF/UA' as string as 'PDF/A-3a',
        tagged: true,
        lang: 'en-GB',
        displayTitle: true,
        info: { Title: paper.title },
        // Without a font of ours PDFKit would look for one of its own beside the bundle.
        font: regular as unknown as string,
      });
      doc.registerFont('regular', regular).registerFont('bold', bold);
      const bytes = collected(doc);
      draw(doc, paper);
      doc.end();
      return bytes;
    },
  };
};

type Doc = PDFKit.PDFDocument;

const collected = (doc: Doc): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });

const draw = (doc: Doc, paper: Paper): void => {
  const root = doc.struct('Document');
  doc.addStructure(root);
  root.add(doc.struct('H1', {}, () => write(doc, paper.title, { font: 'bold', size: 18 })));
  for (const { title, facts, text } of paper.sections) {
    const section = doc.struct('Sect');
    root.add(section);
    section.add(doc.struct('H2', {}, () => heading(doc, title)));
    if (facts.length > 0) {
      const list = doc.struct('L');
      section.add(list);
      for (const fact of facts) list.add(factRow(doc, fact));
      list.end();
    }
    for (const line of text) section.add(doc.struct('P', {}, () => write(doc, line, { font: 'regular', size: 10, before: 4 })));
    section.end();
  }
  root.end();
  number(doc, paper.title);
};

/** A heading does not stay alone at the foot of a page. */
const heading = (doc: Doc, title: string): void => {
  if (doc.y > doc.page.height - margin - 70) doc.addPage();
  write(doc, title, { font: 'bold', size: 12, before: 14 });
};

const write = (doc: Doc, text: string, { font, size, before = 0 }: { font: string; size: number; before?: number }): void => {
  doc.font(font).fontSize(size);
  doc.y += before;
  doc.text(text, margin, doc.y, { width: doc.page.width - 2 * margin });
};

/** A label with its value beside it. Both stand on one page: the row goes to the next where it does not fit. */
const factRow = (doc: Doc, { label, value }: Paper['sections'][number]['facts'][number]): PDFKit.PDFStructureElement => {
  const item = doc.struct('LI');
  const valueLeft = margin + termWidth + gap;
  const valueWidth = doc.page.width - margin - valueLeft;
  let top = 0;
  let bottom = 0;
  item.add(
    doc.struct('Lbl', {}, () => {
      doc.fontSize(10);
      const height = Math.max(
        doc.font('bold').heightOfString(label, { width: termWidth }),
        doc.font('regular').heightOfString(value, { width: valueWidth }),
      );
      if (doc.y + 4 + height > doc.page.height - margin) doc.addPage();
      top = doc.y + 4;
      bottom = top + height;
      doc.font('bold').text(label, margin, top, { width: termWidth });
    }),
  );
  item.add(
    doc.struct('LBody', {}, () => {
      doc.font('regular').text(value, valueLeft, top, { width: valueWidth });
      doc.x = margin;
      doc.y = bottom;
    }),
  );
  item.end();
  return item;
};

/** At the foot of each page, for who reads it on paper: no part of what is read aloud. */
const number = (doc: Doc, title: string): void => {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    doc.markContent('Artifact', { type: 'Pagination' });
    // Beneath the margin PDFKit would begin a new page.
    doc.page.margins.bottom = 0;
    doc
      .font('regular')
      .fontSize(8)
      .text(`${title}, page ${page + 1} of ${count}`, margin, doc.page.height - margin + 14, {
        width: doc.page.width - 2 * margin,
        lineBreak: false,
      });
    doc.endMarkedContent();
  }
};
