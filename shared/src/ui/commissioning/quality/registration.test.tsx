import { screen, within } from '@testing-library/react';
import * as React from 'react';
import { bannedWordOnPage } from '../../forms/testing/copy-rules.ts';
import { fakeService } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { registrationLoads } from '../../testing/sample-registration.ts';
import { RegistrationPage } from './RegistrationPage.tsx';

it("R12, R13, R14: a commissioner is shown counts by the orders made here, a commissioner's view with its last day, and the rule with its source; never that it is lawful", async () => {
  const served = fakeService({ listRegistrationLoads: () => registrationLoads() });
  renderScreen(<RegistrationPage />, served.api, { service: served.service });
  const providers = within(await screen.findByRole('region', { name: 'Providers' }));
  expect(
    providers
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map(({ textContent }) => textContent)),
  ).toEqual([
    [
      'Harbour Mentoring',
      'Near the number',
      '4 of 5, 2 nearly',
      '0 of 1',
      '12 Apr 2027',
      'Holds: 1 Feb 2027, by Kim Officer, until 31 Jul 2027. No pupil stays for the whole week: the timetable was seen.',
      'Limit of Harbour Mentoring',
    ],
    [
      'Greenway Learning',
      'Below it, as far as orders here show. 2 from elsewhere, as at 1 Feb 2027. Up to 6, 0 with a plan, allowed until 31 Jul 2027.',
      '0 of 5',
      '0 of 1',
      '',
      'Never checked',
      'Limit of Greenway Learning',
    ],
  ]);
  const rule = within(screen.getByRole('region', { name: 'What the rule says' }));
  expect(rule.getByText('Education Act 1996, section 463; Education and Skills Act 2008, section 96')).toBeTruthy();
  expect(rule.getByText('Monday 1 December 2025. Compare it again')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/lawful|legal/i);
  expect(bannedWordOnPage()).toBeUndefined();
});
