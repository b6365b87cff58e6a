import type { Ledger, LedgerWork } from '@ap/shared/domain/ledgers/ledger';
import { formatMoney } from '@ap/shared/domain/money/money';
import { commissionersOf } from '@ap/shared/domain/people/membership';
import type { Performed } from '../effects/performed.ts';
import { type News, tellPeople } from '../effects/tell-people.ts';
import type { PendingEffect } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';

export type TellOfValueNeeds = Pick<Ports, 'cards' | 'mail' | 'effects' | 'clock' | 'buyers' | 'providers'>;

/** Where a limit is, for commissioners. */
export interface LimitLinks {
  readonly onCard: (limitRef: string) => string;
  readonly inMail: (limitRef: string) => string;
}

type Crossing = Extract<LedgerWork, { kind: 'tell-commissioners' }>;

const newsOf = ({ standing, taken, limit }: Crossing, name: string): News => {
  const percent = limit === 0 ? 100 : Math.floor((taken * 100) / limit);
  const sum = `${formatMoney(taken)} of ${formatMoney(limit)} is ordered, ex VAT.`;
  return standing === 'near'
    ? {
        title: `${percent}% of the value of ${name} is taken`,
        paragraphs: [
          sum,
          'Once the limit is reached, orders are refused until a commissioner records that it may be passed, up to what, until when and why.',
          'Plan the next framework, or a change of this one that procurement law allows, before then.',
        ],
      }
    : {
        title: `The value of ${name} is reached`,
        paragraphs: [
          sum,
          'Orders are refused from now on, and schools are told to ring you. A commissioner may record that the limit may be passed, up to what, until when and why: take advice on procurement first.',
        ],
      };
};

/** R34: tells every commissioner that a framework's value has crossed the warning or the limit, once for each crossing; not when it has moved on since. */
export const tellOfValue =
  (ports: TellOfValueNeeds, links: LimitLinks) =>
  async (ledger: Ledger, effect: Crossing & PendingEffect): Promise<Performed> => {
    if (ledger.told?.standing !== effect.standing) return { state: 'superseded' };
    const framework = await ports.providers.framework(ledger.id.of);
    const people = commissionersOf(await ports.buyers.councilMembers('known'));
    const link = { text: 'Open the limit', onCard: links.onCard(ledger.ref), inMail: links.inMail(ledger.ref) };
    return tellPeople(ports, ledger.ref, effect, people, { ...newsOf(effect, framework?.name ?? ledger.id.of), link });
  };
