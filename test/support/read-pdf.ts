import { definePDFJSModule, extractText, getDocumentProxy, getMeta } from 'unpdf';

/** What a reader finds in a PDF: its words in reading order, its pages, its language and title, and the roles of its tags. */
export const readPdf = async (bytes: Uint8Array) => {
  await definePDFJSModule(() => import('unpdf/pdfjs'));
  const document = await getDocumentProxy(bytes.slice());
  const { totalPages, text } = await extractText(document, { mergePages: true });
  const { info } = await getMeta(document);
  const roles: string[] = [];
  for (let page = 1; page <= totalPages; page += 1) collect(await (await document.getPage(page)).getStructTree(), roles);
  return { pages: totalPages, text, language: info.Language as unknown, title: info.Title as unknown, roles };
};

const collect = (node: unknown, roles: string[]): void => {
  if (typeof node !== 'object' || node === null) return;
  const { role, children } = node as { role?: string; children?: readonly unknown[] };
  if (role !== undefined) roles.push(role);
  for (const child of children ?? []) collect(child, roles);
};
