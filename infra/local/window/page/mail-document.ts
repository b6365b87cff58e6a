import { type LinkSurroundings, linkTarget } from './link-target.ts';

export interface Mail {
  readonly id: string;
  readonly sentAt: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly contentType: string;
  readonly content: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An address to open in a new browser tab; deep links to the tab open a stand-in window of their own. */
export const mailHref = (href: string, surroundings: LinkSurroundings): string | undefined => {
  const target = linkTarget(href, surroundings);
  if (target.to === 'nowhere') return undefined;
  if (target.to === 'browser') return target.url;
  const url = new URL(surroundings.windowOrigin);
  if (surroundings.person) url.searchParams.set('as', `${surroundings.person.tenantId}/${surroundings.person.userId}`);
  if (target.subPage !== undefined) url.searchParams.set('subPage', target.subPage);
  return url.href;
};

const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

/** A mail as a document for a frame without scripts. Plain text keeps its lines and gets its addresses as links. */
export const mailDocument = (mail: Mail): string => {
  const html = mail.contentType.toLowerCase().includes('html');
  const body = html ? mail.content : `<pre>${escaped(mail.content).replace(address, (found) => `<a href="${found}">${found}</a>`)}</pre>`;
  return `<!doctype html><meta charset="utf-8"><style>body{font:15px/1.5 "Segoe UI",system-ui,sans-serif;margin:16px;color:#242424;background:#fff}pre{font:inherit;white-space:pre-wrap}</style>${body}`;
};
