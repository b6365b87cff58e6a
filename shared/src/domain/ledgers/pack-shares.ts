import { addDays, daysBetween, localDate, parseLocalDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import type { HeldPlacement, Share } from './ledger.ts';

// The shares of a ledger as text of little room: one `;`-ended entry each, so that thousands of live call-offs fit into one column.
//   7K3M-9QXT,333o                    confirmed, an amount in pence (base 36)
//   7K3M-9QXT,333o,a1b2c3d4           open, and the states of the call-off that it was decided over
//   7K3M-9QXT,0,,f00f.28.p.1ab.3k     confirmed, a placement: pupil, quarters of hours, plan or not, first day, days after it

const prefix = 'CO-';
const epoch = localDate('2000-01-01');
const to36 = (value: number): string => value.toString(36);
const from36 = (text: string | undefined): number =>
  text !== undefined && /^[0-9a-z]{1,10}$/.test(text) ? Number.parseInt(text, 36) : Number.NaN;

const packPlacement = ({ pupil, hoursPerWeek, withPlan, startDate, endDate }: HeldPlacement): string =>
  [
    pupil,
    to36(Math.round(hoursPerWeek * 4)),
    withPlan ? 'p' : '',
    to36(daysBetween(epoch, startDate)),
    to36(daysBetween(startDate, endDate)),
  ].join('.');

/** Shares as text. Subjects are references of call-offs: they hold no `,` and no `;`. */
export const packShares = (shares: readonly Share[]): string =>
  shares
    .map(({ subject, amount, over, placements }) => {
      const name = subject.startsWith(prefix) ? subject.slice(prefix.length) : `!${subject}`;
      const parts = [name, to36(amount), over ?? '', ...placements.map(packPlacement)];
      return `${(parts.length === 3 && over === undefined ? parts.slice(0, 2) : parts).join(',')};`;
    })
    .join('');

const unpackPlacement = (text: string): HeldPlacement | undefined => {
  const [pupil, quarters, plan, start, days] = text.split('.');
  const startDate = Number.isNaN(from36(start)) ? undefined : parseLocalDate(addDays(epoch, from36(start)));
  if (!pupil || Number.isNaN(from36(quarters)) || startDate === undefined || Number.isNaN(from36(days))) return undefined;
  return {
    pupil,
    hoursPerWeek: from36(quarters) / 4,
    withPlan: plan === 'p',
    startDate,
    endDate: addDays(startDate, from36(days)),
  };
};

const unpackShare = (text: string): Share | undefined => {
  const [name, amount, over, ...rest] = text.split(',');
  const placements = rest.map(unpackPlacement);
  const held = placements.filter((placement) => placement !== undefined);
  if (!name || Number.isNaN(from36(amount)) || held.length !== placements.length) return undefined;
  const subject = name.startsWith('!') ? name.slice(1) : `${prefix}${name}`;
  const content = { subject, amount: pence(from36(amount)), placements: held };
  return over ? { ...content, state: 'open', over } : { ...content, state: 'confirmed' };
};

/** The shares that a text holds; `undefined` where it is not such a text: nothing of it is guessed. */
export const unpackShares = (text: string): readonly Share[] | undefined => {
  if (text === '') return [];
  if (!text.endsWith(';')) return undefined;
  const shares = text.slice(0, -1).split(';').map(unpackShare);
  const read = shares.filter((share) => share !== undefined);
  const subjects = new Set(read.map(({ subject }) => subject));
  return read.length === shares.length && subjects.size === read.length ? read : undefined;
};
