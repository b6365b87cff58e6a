import { screen } from '@testing-library/react';
import * as React from 'react';
import { commissioningPlace } from '../../contract/commissioning-place.ts';
import { invoicePlace } from '../../contract/invoice-place.ts';
import { noticePlace } from '../../contract/notice-place.ts';
import type { Place } from '../../contract/place.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { type FeatureName, featureNames } from '../../domain/features/features.ts';
import { pence } from '../../domain/money/money.ts';
import { MyRequestsPage } from '../call-offs/MyRequestsPage.tsx';
import { WaitingPage } from '../call-offs/WaitingPage.tsx';
import { CommissioningPage } from '../commissioning/CommissioningPage.tsx';
import { UnmetNeedsPage } from '../commissioning/insight/UnmetNeedsPage.tsx';
import { ServicePage } from '../directory/ServicePage.tsx';
import { fakeService } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { meAs, membership, service } from '../forms/testing/samples.ts';
import { InvoicesPage } from '../invoices/InvoicesPage.tsx';
import { NoticesPage } from '../notices/NoticesPage.tsx';

interface Screen {
  readonly what: string;
  readonly shows: React.ReactElement;
  readonly place: Place;
  /** What stands there whatever is switched off. */
  readonly always: string;
  /** The links that each part brings to it. */
  readonly links: Partial<Readonly<Record<FeatureName, string>>>;
}

const screens: readonly Screen[] = [
  {
    what: 'my requests',
    shows: <MyRequestsPage />,
    place: { at: 'my-requests' },
    always: 'Enquiries',
    links: { 'block-purchases': 'Block purchases' },
  },
  {
    what: 'what waits for me',
    shows: <WaitingPage />,
    place: { at: 'waiting' },
    always: 'Waiting for me',
    links: { 'block-purchases': 'All block purchases' },
  },
  { what: 'notices', shows: <NoticesPage />, place: noticePlace({ at: 'list' }), always: 'Notices', links: { events: 'Events' } },
  {
    what: 'commissioning',
    shows: <CommissioningPage />,
    place: commissioningPlace({ at: 'home' }),
    always: 'Quality',
    links: {
      surveys: 'Surveys',
      events: 'Events',
      'block-purchases': 'Block purchases',
      'off-framework': 'Bought outside the framework',
      'open-data': 'Open data',
    },
  },
  {
    what: 'invoices',
    shows: <InvoicesPage />,
    place: invoicePlace({ at: 'list' }),
    always: 'Enter an invoice or a credit note',
    links: { 'off-framework': 'Bought outside the framework: declare it' },
  },
  {
    what: 'unmet needs',
    shows: <UnmetNeedsPage />,
    place: commissioningPlace({ at: 'unmet-needs' }),
    always: 'Every need was met',
    links: { 'block-purchases': 'Open requests that could be bought together' },
  },
  {
    what: 'the page of a service',
    shows: <ServicePage />,
    place: { at: 'service', serviceRef: service.serviceRef },
    always: 'Request this service',
    links: { 'block-purchases': 'Buy in a block' },
  },
];

const show = async ({ shows, place, always, links }: Screen, switchedOff: readonly FeatureName[]): Promise<readonly string[]> => {
  const { api, service: served } = fakeService({
    getMe: () => ({ ...meAs(membership()), commissioner: true, ...(switchedOff.length === 0 ? {} : { switchedOff: [...switchedOff] }) }),
    listDrafts: () => ({ drafts: [] }),
    listCallOffs: () => ({ callOffs: [] }),
    listNotices: () => ({ notices: [] }),
    listSurveys: () => ({ surveys: [] }),
    listBlocks: () => ({ blocks: [] }),
    listInvoices: () => ({ invoices: [] }),
    listUnmetNeeds: () => ({ from: localDate('2027-01-01'), to: localDate('2027-03-31'), rows: [], places: [], towns: [] }),
    getService: () => ({ ...service, volumeBands: [{ fromUnits: 20, unitPrice: pence(9_000) }] }),
  });
  renderScreen(shows, api, { service: served, place });
  expect((await screen.findAllByText(always)).length).toBeGreaterThan(0);
  return Object.values(links).filter((name) => screen.queryByRole('link', { name }));
};

it.each(screens)('$what: every part has its link while nothing is switched off', async (each) => {
  expect(await show(each, [])).toEqual(Object.values(each.links));
});

it.each(screens.flatMap((each) => Object.keys(each.links).map((off) => [each.what, off as FeatureName, each] as const)))(
  '%s: nothing leads to %s while it is switched off, and everything to the others',
  async (_what, off, each) => {
    expect(await show(each, [off])).toEqual(
      Object.entries(each.links)
        .filter(([feature]) => feature !== off)
        .map(([, name]) => name),
    );
  },
);

it('each switch is met by a screen here', () => {
  expect([...new Set(screens.flatMap(({ links }) => Object.keys(links)))].sort()).toEqual([...featureNames].sort());
});
