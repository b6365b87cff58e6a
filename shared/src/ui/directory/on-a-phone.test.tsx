import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '../testing/dialog-element.ts';
import { Refuse } from '../forms/testing/fake-service.ts';
import { directory } from '../testing/sample-directory.ts';
import { openDirectory, resultsHeading } from './open-directory.fixture.tsx';

const user = userEvent.setup();
const words = () => screen.queryByLabelText('What does the pupil need?');

beforeAll(() => {
  window.innerWidth = 375;
});

describe('the directory on a phone', () => {
  it('opens with the form while nothing was searched for', async () => {
    openDirectory('');
    await resultsHeading(/1 service/);
    expect(words()).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Change search/ })).toBeNull();
  });

  it('puts what was searched for in place of the form, and brings it back by one press, with the focus in it', async () => {
    const { searches } = openDirectory('text=mentoring&near=DT11');
    await resultsHeading(/1 service/);
    expect(words()).toBeNull();
    const change = screen.getByRole('button', { name: 'Change search: mentoring, DT11' });
    expect(change.getAttribute('aria-expanded')).toBe('false');
    change.focus();
    await user.keyboard('{Enter}');
    expect(change.getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(words());
    await user.clear(words() as HTMLElement);
    await user.keyboard('boxing{Enter}');
    expect(searches().at(-1)).toBe('text=boxing&near=DT11');
    expect(words()).toBeNull();
    const heading = await resultsHeading(/1 service/);
    expect(document.activeElement).toBe(heading);
    expect(screen.getByRole('button', { name: 'Change search: boxing, DT11' })).toBeTruthy();
  });

  it('shows the form again where the place is not known', async () => {
    openDirectory('near=DT99', () => {
      throw new Refuse('unknown-postcode', 'No postcode begins with DT99.', '/near');
    });
    const place = await screen.findByLabelText('Postcode or area (optional)');
    await waitFor(() => expect(place.getAttribute('aria-invalid')).toBe('true'));
  });

  it('E13: filters hide behind "Show filters", with the live count on the way back, and Esc returns the focus', async () => {
    openDirectory('text=mentoring', ({ query }) => directory({ total: query.has('needs') ? 4 : 23 }));
    await resultsHeading('23 services near DT1');
    expect(screen.queryByRole('group', { name: 'Need' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show filters' }));
    const filters = within(await screen.findByRole('dialog', { name: 'Filters' }));
    expect(filters.getByRole('button', { name: 'Show 23 services' })).toBeTruthy();
    await user.click(filters.getByRole('checkbox', { name: /\(SEMH\)/ }));
    await filters.findByRole('button', { name: 'Show 4 services' });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show filters (1 in use)' }));
  });
});
