import { aCheck, aListing, aProvider, aService, currentChecks, now } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { ListingFacts } from '@ap/shared/domain/register/service-may-be-ordered';
import { cardFaults } from '../cards/card-rules.ts';
import { serviceCard, servicePreview } from './service-card.ts';
import { serviceView } from './service-view.ts';

const page = 'https://ap.council.example/services/S-00001';

const viewOf = (told: Partial<ListingFacts> = {}) => {
  const view = serviceView({ ...aListing(told), site: undefined }, toLondonDate(now), 'about 12 miles');
  if (!view) throw new Error('There is nothing to show');
  return view;
};
const textOf = (card: ReturnType<typeof serviceCard>): string =>
  card.body.map((element) => (element.type === 'TextBlock' ? element.text : '')).join('\n');

test('E40: the card says what a school chooses by: price with unit and VAT, place, needs, and who checked it when', () => {
  const card = serviceCard(viewOf({ service: aService({ placesFree: 2, placesAsAt: localDate('2026-11-20') }) }), page);
  expect(textOf(card)).toBe(
    [
      'Day programme',
      'by Blackmore Vale',
      'Two days a week.',
      '**Price:** £80.00 per day, ex VAT. No VAT: exempt as education',
      '**Lot:** Engagement',
      '**Ages:** 11 to 16',
      '**Needs:** Social, emotional and mental health \\(SEMH\\)',
      "**Where:** At the provider's site",
      '**Places:** 2 free as at 20 Nov 2026',
      '**Quality assurance:** Current until 31 Aug 2027. Last checked 14 Sep 2026 by Quality team',
    ].join('\n'),
  );
  expect(card.actions).toEqual([
    { type: 'Action.OpenUrl', title: 'See the service', url: page },
    {
      type: 'Action.Submit',
      title: 'Start a request',
      data: { msteams: { type: 'task/fetch' }, dialog: 'start-request', serviceRef: 'S-00001' },
    },
  ]);
  expect(cardFaults(card)).toEqual([]);
});

test('it is read by everybody in the chat, so it does not say how far the service is from whoever searched', () => {
  expect(JSON.stringify(serviceCard(viewOf(), page))).not.toContain('miles');
});

test('the row says name, provider, lot, price, distance and the state of the checks', () => {
  expect(servicePreview(viewOf(), 'about 12 miles')).toEqual({
    title: 'Day programme',
    text: 'Blackmore Vale · Engagement · £80.00 per day, ex VAT · No VAT: exempt as education · about 12 miles · QA current until 31 Aug 2027',
  });
  expect(servicePreview(viewOf(), undefined).text).not.toContain('miles');
});

test('a check without a name or a day on record is not made up', () => {
  const checks = currentChecks.map((check) => ({ ...check, checkedBy: undefined }));
  expect(textOf(serviceCard(viewOf({ qaChecks: checks }), page))).toContain('by nobody on record');
  const planned = aCheck('insurance', { ref: 'Q-later', outcome: 'scheduled', checkedOn: localDate('2026-12-01'), checkedBy: 'Somebody' });
  expect(textOf(serviceCard(viewOf({ qaChecks: [...currentChecks, planned] }), page))).not.toContain('Somebody');
});

test('names from the lists are data: they make no link, no emphasis, no tag and no second line', () => {
  const hostile = '[Press](https://evil.example) **now** <b>x</b>\n# Heading';
  const view = viewOf({
    service: aService({ name: hostile, summary: hostile.repeat(30) }),
    provider: aProvider({ tradingName: hostile }),
    qaChecks: currentChecks.map((check) => ({ ...check, checkedBy: hostile })),
  });
  const card = serviceCard(view, page);
  expect(cardFaults(card)).toEqual([]);
  expect(textOf(card).split('\n')).toHaveLength(10);
  expect(textOf(card)).toContain('\\[Press\\]\\(https://evil.example\\) \\*\\*now\\*\\* \\<b\\>x\\</b\\> \\# Heading');
  expect(JSON.stringify(servicePreview(view, undefined))).not.toMatch(/[<>]/);
  expect(card.fallbackText).toContain('\\[Press\\]\\(https://evil.example\\)');
  expect(card.speak).not.toMatch(/[<>\n]/);
});
