import { screen } from '@testing-library/react';
import * as React from 'react';
import { fakeService } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { framework } from '../../testing/sample-frameworks.ts';
import { namedLots, roundSummary } from '../../testing/sample-rounds.ts';
import { FrameworkPage } from './FrameworkPage.tsx';

const show = (changes: Parameters<typeof framework>[0]) => {
  const { api, service } = fakeService({
    listFrameworks: () => ({ frameworks: [framework(changes)] }),
    listLots: () => ({ lots: namedLots.slice(0, 1) }),
    listRounds: () => ({
      rounds: [
        roundSummary({ ref: 'RD-1', frameworkRef: 'AP-2027', status: 'draft' }),
        roundSummary({ ref: 'RD-2', frameworkRef: 'AP-2024' }),
      ],
    }),
  });
  renderScreen(<FrameworkPage frameworkRef="AP-2027" />, api, { service });
};
const plan = () => screen.queryByRole('link', { name: 'Plan a round of this framework' });

it('a framework shows its own rounds with their states and times, and its lots by name', async () => {
  show({});
  const link = await screen.findByRole('link', { name: 'Alternative provision 2026 (RD-1)' });
  expect(link.getAttribute('href')).toContain('/rounds/RD-1');
  expect(screen.getByText('Monday 1 February 2027 at 9am')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /RD-2/ })).toBeNull();
  expect(screen.getByText(/Lot 1: Therapies \(AP-2027-1\)\s+AP-2027-2 \(not in the list of lots yet\)/)).toBeTruthy();
});

it('row 17: a later round is planned for a live framework only where it is open to new providers', async () => {
  show({ status: 'live', terms: { ...framework().terms, kind: 'open' } });
  await screen.findByRole('link', { name: /RD-1/ });
  expect(plan()?.getAttribute('href')).toContain('/rounds/plan/AP-2027');
});

it('row 17: no round is planned for a closed framework that is live', async () => {
  show({ status: 'live' });
  await screen.findByRole('link', { name: /RD-1/ });
  expect(plan()).toBeNull();
});
