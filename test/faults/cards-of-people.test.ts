import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { aCallOff, anOrder, decided, head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { approvalCard } from '../../functions/src/approvals/approval-card.ts';
import { awardCard } from '../../functions/src/awards/award-card.ts';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import { changeCard } from '../../functions/src/provider-changes/change-card.ts';
import { concernCard } from '../../functions/src/quality/concern-card.ts';
import { holdCard } from '../../functions/src/quality/hold-card.ts';
import { morningCard } from '../../functions/src/quality/morning-card.ts';
import { qualityToday } from '../../functions/src/quality/quality-today.ts';
import { decideVisit } from '../../functions/src/quality/visits.ts';
import { callerOf } from '../ports/people.ts';
import { peopledWorld } from '../ports/peopled-world.ts';
import { drain } from '../ports/worker.ts';

// What people and providers are called, and what they wrote, is typed by somebody: on each card that comes of a record it is words and nothing else.

const hostile =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a template of a card would look like.
  '[Press](https://evil.example) **now** <at>all</at>\n# Heading \u202Etxet {{DATE(2020-01-01T00:00:00Z, SHORT)}} ${$root.secret}';

/** Keys under which a record keeps what somebody typed. */
const typed = /^(name|tradingName|(provider|service|buyer)Name|by|role|comment|reason|notice|text|question|note|evidence|after|before)$/;

/** The record with every name and every text of it spoilt. */
const spoilt = <T>(record: T): T =>
  JSON.parse(JSON.stringify(record), (key, value) => (typed.test(key) && typeof value === 'string' ? hostile : value)) as T;

/** Unescaped, it would be a link, emphasis, a tag, a second line, text that reads backwards, or a function of the card's own language. What is said aloud is no Markdown. */
const faultsOf = (card: AdaptiveCard): readonly string[] => {
  const { speak, ...shown } = card;
  const read = JSON.stringify(shown).replaceAll(/\\\\./g, '');
  return [...cardFaults(card), ...(/\]\(|\*\*now|<at>|\u202E|\\n|\{\{DATE\(/.exec(read) ?? []), ...(/[<>\p{Cc}\p{Cf}]/u.exec(speak) ?? [])];
};
const expectHarmless = (cards: readonly AdaptiveCard[]): void => {
  expect(cards.length).toBeGreaterThan(0);
  for (const card of cards) {
    expect(JSON.stringify(card)).toContain('Press');
    expect(faultsOf(card)).toEqual([]);
  }
};

const page = 'https://ap.council.example/page';

test('the checker knows what is no text', async () => {
  const [award] = await (await theWorld()).ports.tenders.awards.known();
  if (!award) throw new Error('There is no award.');
  const card = awardCard(award.state, head, 'award', 'key-of-one-click-0001');
  expect(faultsOf(card)).toEqual([]);
  expect(faultsOf({ ...card, body: [{ type: 'TextBlock', wrap: true, text: hostile }] })).not.toEqual([]);
});

const theWorld = () => peopledWorld('2026-12-10T12:00:00Z', hostile);

test('E34: the cards of a request, of a hold and of its answers can be shown everywhere, whatever people typed', () => {
  const asked: CallOff = { ...anOrder(), hold: { state: 'asked', notice: hostile, answerBy: '2026-12-11T12:00:00Z' } };
  const answered: CallOff = {
    ...anOrder(),
    hold: { state: 'paused', answeredBy: senco, answeredAt: '2026-12-11T10:00:00Z', reason: hostile },
  };
  const key = 'key-of-one-click-0001';
  expectHarmless([
    ...[aCallOff(), decided(aCallOff(), 'reject', { comment: 'Fewer days.' })].flatMap((callOff) =>
      (['request', 'confirm-approve', 'confirm-return'] as const).map((face) =>
        approvalCard(spoilt(callOff), head, face, { pageUrl: page, notice: hostile }, key),
      ),
    ),
    ...[asked, answered].flatMap((callOff) =>
      (['order', 'confirm-pause', 'confirm-end'] as const).map((face) => holdCard(spoilt(callOff), face, page, key, hostile)),
    ),
  ]);
});

test('E34: the cards of an award, of a change of an entry and of a concern can be shown everywhere, whatever people typed', async () => {
  const { ports } = await theWorld();
  const key = 'key-of-one-click-0001';
  const states = <S>(stored: readonly { readonly state: S }[]): readonly S[] => stored.map(({ state }) => spoilt(state));
  const [awards, changes, concerns] = await Promise.all([
    ports.tenders.awards.known(),
    ports.providerChanges.known(),
    ports.quality.concerns.known(),
  ]);
  expectHarmless(
    states(awards).flatMap((award) => (['award', 'confirm-reject'] as const).map((face) => awardCard(award, head, face, key, hostile))),
  );
  expectHarmless(
    states(changes).flatMap((change) => (['change', 'confirm-refuse'] as const).map((face) => changeCard(change, face, key, hostile))),
  );
  expectHarmless(
    states(concerns).flatMap((concern) =>
      (['concern', 'confirm-pause'] as const).map((face) =>
        concernCard({ ...concern, pausedBy: { ...head, name: hostile } }, face, {
          providerName: hostile,
          page,
          commandKey: key,
          notice: hostile,
        }),
      ),
    ),
  );
});

test('E34: the card of the morning, with overdue actions of a visit, and the mail that asked for them hold nothing harmful, whatever people typed', async () => {
  const world = await theWorld();
  const decide = (body: Parameters<ReturnType<typeof decideVisit>>[0]['body']) => {
    keys += 1;
    const caller = { ...callerOf(head), commissioner: true };
    return decideVisit(world.ports)({ caller, query: undefined, key: `a-key-of-a-test-${keys}`, params: { ref: 'V-00001' }, body });
  };
  await decide({ kind: 'record', heldOn: localDate('2026-12-10'), findings: 'The gate does not close.' });
  await decide({ kind: 'add-action', text: hostile.replace(/\n.*$/s, ''), dueOn: localDate('2026-12-12') });
  await drain(world);
  const mail = world.mails.find(({ subject }) => subject.startsWith('Action needed'));
  expect(mail?.html).toContain('Press');
  expect(mail?.html).not.toMatch(/<at>|href="https:\/\/evil/);
  world.clock.now = '2026-12-14T08:00:00Z';
  const today = await qualityToday(world.ports);
  expect(today.day.overdueActions).toHaveLength(1);
  expectHarmless([morningCard({ ...today, withoutPhone: [hostile] }, page)]);
});
let keys = 0;
