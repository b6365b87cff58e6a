import type { Journal } from './journal.ts';
import type { Dice } from './seeded.ts';

export interface MailedLink {
  readonly linkId: string;
  readonly secret: string;
}

/** The capability link to a page in a mail, as a history makes them; `undefined` where it holds none. */
export const linkTo = (page: string, html: string): MailedLink | undefined => {
  const [, linkId, secret] = new RegExp(`/${page}/#([^."]+)\\.([^"]+)"`).exec(html) ?? [];
  return linkId === undefined || secret === undefined ? undefined : { linkId, secret };
};

/** One of the links to a page that providers were mailed, the newest or an older one. */
export const mailedLink = (dice: Dice, { sent }: Journal, page: string): MailedLink | undefined => {
  const mails = sent.filter(({ by, html }) => by === 'mail' && html.includes(`/${page}/#`));
  return mails.length === 0 ? undefined : linkTo(page, dice.pick(mails).html);
};
