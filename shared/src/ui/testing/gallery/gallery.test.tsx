import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { bannedWordOnPage } from '../../forms/testing/copy-rules.ts';
import '../../forms/testing/render-screen.tsx';
import type { Exhibit } from './exhibit.tsx';
import { gallery } from './gallery.tsx';
import { Shown } from './Shown.tsx';

// Layout, colours and what axe finds are for a browser: test/screens holds the same gallery against them.

const show = async (exhibit: Exhibit): Promise<void> => {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(exhibit.offline !== true);
  render(<Shown exhibit={exhibit} />);
  if (exhibit.press !== undefined) {
    const [button] = await screen.findAllByRole('button', { name: new RegExp(`^${exhibit.press}`) });
    if (button) await userEvent.click(button);
  }
  await waitFor(() => expect(document.body.textContent).toContain(exhibit.shows));
};

beforeAll(() => {
  document.documentElement.lang = 'en-GB';
});

afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

it('every exhibit has a name of its own', () => {
  expect(gallery.map(({ name }) => name)).toHaveLength(new Set(gallery.map(({ name }) => name)).size);
});

it.each(gallery.map((exhibit) => [exhibit.name, exhibit] as const))(
  '%s shows without a complaint, in words that people know, and leads on',
  async (_, exhibit) => {
    const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await show(exhibit);
    expect(complaints.mock.calls).toEqual([]);
    expect(document.querySelectorAll('h1')).toHaveLength(exhibit.host?.kind === 'sharepoint' ? 0 : 1);
    expect(bannedWordOnPage()).toBeUndefined();
    // No dead end: something on the screen itself leads on, and what still loads says so.
    const main = within(screen.getByRole('main', { hidden: true }));
    const waysOn = [...main.queryAllByRole('button', { hidden: true }), ...main.queryAllByRole('link', { hidden: true })];
    expect(waysOn.length > 0 || main.queryAllByText(/^Loading /).length > 0).toBe(true);
    await act(async () => undefined);
  },
);
