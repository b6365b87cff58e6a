import * as React from 'react';
import type { LinkSurroundings } from './link-target.ts';
import { type Mail, mailDocument, mailHref } from './mail-document.ts';

/** The mail's document with each link opening a new browser tab, or said to lead nowhere. */
const withLinks = (mail: Mail, links: LinkSurroundings): string => {
  const parsed = new DOMParser().parseFromString(mailDocument(mail), 'text/html');
  for (const anchor of parsed.querySelectorAll('a[href]')) {
    const href = mailHref(anchor.getAttribute('href') ?? '', links);
    if (href === undefined) {
      anchor.setAttribute('title', `The stand-in window does not follow ${anchor.getAttribute('href')}`);
      anchor.removeAttribute('href');
      continue;
    }
    anchor.setAttribute('href', href);
    anchor.setAttribute('target', '_blank');
    anchor.setAttribute('rel', 'noopener');
  }
  return `<!doctype html>${parsed.documentElement.outerHTML}`;
};

/** A mail in a frame that runs no scripts, has no origin and loads nothing; its links may open browser tabs. */
export const MailFrame = ({ mail, links }: { readonly mail: Mail; readonly links: LinkSurroundings }): React.ReactElement => (
  <iframe
    className="mail-frame"
    title={`Mail: ${mail.subject}`}
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    srcDoc={withLinks(mail, links)}
  />
);
