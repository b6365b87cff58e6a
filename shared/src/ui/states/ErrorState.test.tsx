import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { ApiError } from '../../contract/client.ts';
import { fakeService } from '../forms/testing/fake-service.ts';
import { SetUpFault, SignInNeeded } from '../host-faults.tsx';
import { fakeHost } from '../testing/fake-host.ts';
import { renderLive } from '../testing/render-live.tsx';
import { ErrorState } from './ErrorState.tsx';

const user = userEvent.setup();
const show = (error: unknown, host = fakeHost(), onRetry: () => void = () => undefined) =>
  renderLive(<ErrorState error={error} what="The directory could not be loaded" onRetry={onRetry} />, fakeService({}).api, {
    host,
    place: { at: 'waiting' },
  });

describe('a failure on screen', () => {
  it('E2: says what happened, why, what to do, and what to quote, and tries again', async () => {
    const onRetry = jest.fn();
    const error = new ApiError({
      type: 'about:blank',
      title: 'Busy',
      status: 503,
      code: 'busy-try-later',
      detail: 'The register is busy.',
      correlationId: 'abc-123',
    });
    show(error, fakeHost(), onRetry);
    expect(screen.getByRole('heading', { name: 'The directory could not be loaded' })).toBeTruthy();
    expect(screen.getByText('The register is busy.')).toBeTruthy();
    expect(screen.getByText(/abc-123/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('E3: offers one button when a person must sign in, and goes on after it', async () => {
    const onRetry = jest.fn();
    const signIn = jest.fn(async () => undefined);
    show(new SignInNeeded('person'), fakeHost({ signIn }), onRetry);
    await user.click(screen.getByRole('button'));
    expect(signIn).toHaveBeenCalledTimes(1);
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('E3: offers guests of the council a button of their own, says for whom it is, and says when it failed', async () => {
    const asGuest = jest.fn(() => Promise.reject(new Error('user_cancelled')));
    show(new SignInNeeded('person'), fakeHost({ kind: 'browser', signInAsGuest: { of: 'Sample Council', signIn: asGuest } }));
    expect(screen.getByText(/^Only if the council invited you/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Sign in as a guest of Sample Council' }));
    expect(asGuest).toHaveBeenCalledTimes(1);
    expect(await screen.findByText(/^You were not signed in/)).toBeTruthy();
  });

  it.each([
    ['tenant-not-allowed', 'Your organisation does not use this framework yet'],
    ['guest-not-listed', 'You are here as a guest'],
  ] as const)('%s: lets somebody come with another account, where the host can change it', (code, title) => {
    const refused = new ApiError({
      type: 'about:blank',
      title: 'Refused',
      status: 403,
      code,
      detail: 'Refused.',
      correlationId: 'abc-123',
    });
    show(refused, fakeHost({ kind: 'browser', signInAsGuest: { of: 'Sample Council', signIn: async () => undefined } }));
    expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Sign in',
      'Sign in as a guest of Sample Council',
    ]);
  });

  it('tells a guest whom nobody lists in Teams where to go, with no button that changes nothing', () => {
    show(
      new ApiError({
        type: 'about:blank',
        title: 'Refused',
        status: 403,
        code: 'guest-not-listed',
        detail: 'Refused.',
        correlationId: 'abc-123',
      }),
    );
    expect(screen.getByText(/in Teams, choose your own organisation first/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('E4: gives a message for the IT team, that names the app and can be copied, when the click shows that only they can', async () => {
    const signIn = () => Promise.reject(new SignInNeeded('administrator'));
    show(new SignInNeeded('person'), fakeHost({ signIn }));
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    const { value } = await screen.findByLabelText<HTMLTextAreaElement>('Message to your IT team');
    expect(value).toContain('"AP Framework"');
    await user.click(screen.getByRole('button', { name: 'Copy message' }));
    expect(await screen.findByText('Message copied.')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(value);
  });

  it('E4: names the SharePoint admin center on a SharePoint page, where the Teams one could not help', () => {
    show(new SignInNeeded('administrator'), fakeHost({ kind: 'sharepoint', mayDecide: false }));
    const message = screen.getByLabelText<HTMLTextAreaElement>('Message to your IT team').value;
    expect(message).toContain('SharePoint admin center, Advanced, API access');
    expect(message).not.toContain('Teams');
  });

  it('tells of a host that was set up wrongly what to mend, and offers no Retry that cannot help', () => {
    show(new SetUpFault('Microsoft 365 does not know the service.', 'Ask the owner of this page.'));
    expect(screen.getByText('Microsoft 365 does not know the service.')).toBeTruthy();
    expect(screen.getByText('Ask the owner of this page.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('keeps the technical text of our own faults to itself', () => {
    show(new TypeError('undefined is not a function'));
    expect(document.body.textContent).not.toContain('undefined is not a function');
  });
});
