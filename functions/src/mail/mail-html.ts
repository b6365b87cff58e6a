/** What a mail says: plain sentences and one link. */
export interface MailText {
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly link?: { readonly text: string; readonly url: string };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text of data in HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);

/** A mail as HTML. Every value is escaped here, in one place; the link is written out as well, for those who cannot click it. */
export const mailHtml = ({ greeting, paragraphs, link }: MailText): string => {
  const parts = [greeting, ...paragraphs].map((text) => `<p>${escapeHtml(text)}</p>`);
  if (link) parts.push(`<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.text)}</a><br>${escapeHtml(link.url)}</p>`);
  parts.push('<p>This message was sent by the AP Framework. Do not reply with any information about a pupil.</p>');
  return `<html lang="en-GB"><body style="font-family:sans-serif">${parts.join('')}</body></html>`;
};
