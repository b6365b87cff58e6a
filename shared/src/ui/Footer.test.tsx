import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fromPath, toPath } from '../contract/place.ts';
import { AccessibilityPage } from './accessibility/AccessibilityPage.tsx';
import { Footer } from './Footer.tsx';
import { fakeService } from './forms/testing/fake-service.ts';
import { renderScreen } from './forms/testing/render-screen.tsx';
import { fakeHost } from './testing/fake-host.ts';

const about = 'https://pages.example/about';

describe('the foot of every screen', () => {
  it('E48: leads to the accessibility statement, which has an address of its own', async () => {
    const { went } = renderScreen(<Footer about={about} />, fakeService({}).api);
    await userEvent.click(screen.getByRole('link', { name: 'Accessibility statement' }));
    expect(went).toEqual([{ at: 'accessibility' }]);
    expect(fromPath(toPath({ at: 'accessibility' }))).toEqual({ at: 'accessibility' });
  });

  it('E48: leads to help that anybody can read, and where a host shows no statement itself, to the public one', async () => {
    const openExternal = jest.fn();
    const host = fakeHost({ openExternal, elsewhere: { name: 'Teams', has: ({ at }) => at === 'accessibility' } });
    renderScreen(<Footer about={about} />, fakeService({}).api, { host });
    await userEvent.click(screen.getByRole('link', { name: 'Help (opens in a new window)' }));
    await userEvent.click(screen.getByRole('link', { name: 'Accessibility statement (opens in a new window)' }));
    expect(openExternal.mock.calls).toEqual([[`${about}/help.html`], [`${about}/accessibility.html`]]);
  });
});

describe('the accessibility statement', () => {
  it('says what works, what does not, how to report it, who enforces the rules and when it was reviewed, and asks the service nothing', () => {
    const served = fakeService({});
    renderScreen(<AccessibilityPage />, served.api);
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'Accessibility statement for AP Framework',
      'What does not work fully, or is not known yet',
      'Tell us about a problem',
      'If you are not content with the answer',
      'Technical information',
    ]);
    expect(screen.getByText(/Web Content Accessibility Guidelines version 2.2, level AA/)).toBeTruthy();
    expect(screen.getByText(/last reviewed on \w+day \d+ \w+ \d{4}/)).toBeTruthy();
    expect(served.calls).toEqual([]);
  });

  it('leaves the app only through the host, and says so', async () => {
    const openExternal = jest.fn();
    renderScreen(<AccessibilityPage />, fakeService({}).api, { host: fakeHost({ openExternal }) });
    await userEvent.click(screen.getByRole('link', { name: 'Equality Advisory and Support Service (opens in a new window)' }));
    expect(openExternal).toHaveBeenCalledWith('https://www.equalityadvisoryservice.com/');
  });
});
