import { formatDate, instantAtLondon, type LocalDate } from '@ap/shared/domain/days/local-date';
import { commissionersOf } from '@ap/shared/domain/people/membership';
import type { EndingCheck } from '@ap/shared/domain/quality/quality-day';
import type { AdaptiveCard, CardElement } from '../cards/adaptive-card.ts';
import { line, plain } from '../cards/card-text.ts';
import { newCard } from '../cards/new-card.ts';
import { tellPeople } from '../effects/tell-people.ts';
import type { Ports } from '../ports/ports.ts';
import { type QualityToday, qualityToday } from './quality-today.ts';

type Needs = Pick<Ports, 'quality' | 'providers' | 'policies' | 'clock' | 'buyers' | 'cards' | 'mail' | 'effects' | 'callOffs' | 'ledgers'>;

/** The sections of the card, each a heading and its lines; sections without lines are left out. */
const sectionsOf = ({
  day,
  held,
  nearRegistration,
  withoutPhone,
  nameOf,
  titleOf,
}: QualityToday): readonly (readonly [heading: string, lines: readonly string[]])[] => {
  const ending = (check: EndingCheck): string => {
    const evidence = check.evidenceReceived ? ' Evidence has been received: look at it.' : '';
    return `${nameOf(check.providerRef)}: ${titleOf(check.standard)}${check.mandatory ? '' : ' (not mandatory)'}.${evidence}`;
  };
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Lapses today: held from midnight', day.lapsesToday.map(ending)],
    ['Soon', day.lapsesSoon.map((check) => `${formatDate(check.until, 'short')}: ${ending(check)}`)],
    ['Has lapsed', day.lapsed.map((check) => `${formatDate(check.until, 'short')}: ${ending(check)}`)],
    [
      'Actions overdue',
      day.overdueActions.map(
        ({ of, providerRef, dueOn, evidenceReceived }) =>
          `${nameOf(providerRef)}: due on ${formatDate(dueOn, 'short')} (${of}).${evidenceReceived ? ' Evidence has been received: look at it.' : ''}`,
      ),
    ],
    ['Near the number of pupils at which it must register', nearRegistration.map((each) => `${each.providerName}: ${each.sentence}`)],
    ['Held', held.map(({ ref }) => nameOf(ref))],
    ['No number in Settings for whom to ring about a concern', withoutPhone],
  ];
  return sections.filter(([, lines]) => lines.length > 0);
};

const mostLines = 8;

const shown = (lines: readonly string[]): readonly string[] =>
  lines.length <= mostLines ? lines : [...lines.slice(0, mostLines), `And ${lines.length - mostLines} more, in the list of checks.`];

const titleOf = ({ today, day }: QualityToday): string => {
  const count = day.lapsesToday.length;
  const what = count === 0 ? 'nothing lapses today' : count === 1 ? '1 check lapses today' : `${count} checks lapse today`;
  return `${formatDate(today)}: ${what}`;
};

/** The card of 7:30: what ends today comes first. */
export const morningCard = (now: QualityToday, calendarUrl: string): AdaptiveCard =>
  newCard({
    title: titleOf(now),
    otherwise: 'Open the calendar of checks in the AP Framework app.',
    body: [
      line(plain(titleOf(now)), { size: 'Large', weight: 'Bolder', style: 'heading' }),
      ...sectionsOf(now).flatMap(([heading, lines]): CardElement[] => [
        line(plain(heading), { weight: 'Bolder', spacing: 'Medium' }),
        ...shown(lines).map((text) => line(plain(text), { spacing: 'Small' })),
      ]),
    ],
    actions: [{ type: 'Action.OpenUrl', title: 'Open the calendar', url: calendarUrl }],
  });

const halfAnHour = 30 * 60_000;

/** 7:30 by London's clock, in summer and winter. */
const cardTime = (today: LocalDate): number => Date.parse(instantAtLondon(today, 7)) + halfAnHour;

/** Where the commissioner's calendar is. */
export interface CalendarLinks {
  readonly onCard: string;
  readonly inMail: string;
}

/**
 * Sends each commissioner the card of the morning, once a day, however often this is run: from 7:30 by London's clock, or as soon after as it can. A day
 * on which nothing is to be told has none, also when something happens later: that is told by itself.
 */
export const sendMorningCards = async (ports: Needs, links: CalendarLinks): Promise<void> => {
  const now = await qualityToday(ports);
  if (Date.parse(ports.clock.now()) < cardTime(now.today)) return;
  const ref = `QA-DAY-${now.today}`;
  const effect = { id: `${ref}-card`, kind: 'morning-card' };
  if ((await ports.effects.receipts(ref)).some(({ effectId }) => effectId === effect.id)) return;
  const sections = sectionsOf(now);
  const told =
    sections.length === 0
      ? { state: 'superseded' as const, reason: 'nothing-to-tell' }
      : await tellPeople(ports, ref, effect, commissionersOf(await ports.buyers.councilMembers('known')), {
          title: titleOf(now),
          paragraphs: sections.map(([heading, lines]) => `${heading}: ${shown(lines).join(' ')}`),
          link: { text: 'Open the calendar', ...links },
          card: () => morningCard(now, links.onCard),
        });
  await ports.effects.confirm(ref, { effectId: effect.id, kind: effect.kind, at: ports.clock.now(), ...told });
};
