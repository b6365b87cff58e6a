import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ProblemCode } from '@ap/shared/contract/problem';
import { AppRoot } from '@ap/shared/ui/AppRoot';
import { SignInNeeded } from '@ap/shared/ui/host-faults';
import { webLightTheme } from '@fluentui/react-theme';
import { render, waitFor } from '@testing-library/react';
import * as React from 'react';
import { fakeService, Refuse } from '../../shared/src/ui/forms/testing/fake-service.ts';
import { meAs, membership } from '../../shared/src/ui/forms/testing/samples.ts';
import { fakeHost } from '../../shared/src/ui/testing/fake-host.ts';
import { StartReport } from './StartReport.tsx';

type Told = readonly [string] | readonly ['failure', string];

/** What Teams is told while the first answer comes, or does not. */
const started = (getMe: () => ReturnType<typeof meAs>, getToken?: () => Promise<string>): Told[] => {
  const told: Told[] = [];
  const host = fakeHost({ kind: 'teams' });
  const surroundings = { host, api: fakeService({ getMe }, getToken).api, place: { at: 'waiting' as const }, go: () => undefined };
  const report = {
    host,
    fluentTheme: Promise.resolve(() => webLightTheme),
    onShell: () => void told.push(['shell']),
    onUsable: () => void told.push(['usable']),
    onFailure: (reason: string) => void told.push(['failure', reason]),
  };
  render(
    <AppRoot surroundings={surroundings} theme={() => webLightTheme}>
      <StartReport started={report} />
    </AppRoot>,
  );
  return told;
};

it('E1: the page says that it loads before any script has come: never a blank tab', () => {
  const page = new DOMParser().parseFromString(readFileSync(path.join(import.meta.dirname, '../index.html'), 'utf8'), 'text/html');
  expect(page.querySelector('#root [role=status]')?.textContent).toBe('Loading AP Framework');
});

it('E1: Teams is told when the shell is painted, at once, and when it can be used', async () => {
  const told = started(() => meAs(membership()));
  expect(told).toEqual([['shell']]);
  await waitFor(() => expect(told).toEqual([['shell'], ['usable']]));
});

it.each<readonly [ProblemCode, string]>([
  ['token-not-accepted', 'PermissionError'],
  ['tenant-not-allowed', 'PermissionError'],
  ['not-found', 'NotFound'],
  ['busy-try-later', 'Offline'],
  ['unexpected', 'Other'],
])(
  'E2: where the first answer is %s, Teams is told of an expected failure, %s, and leaves our own page on screen',
  async (code, reason) => {
    const told = started(() => {
      throw new Refuse(code, 'It could not be had.');
    });
    await waitFor(() => expect(told).toEqual([['shell'], ['failure', reason]]));
  },
);

it('E2: so is it where nobody may give a token yet', async () => {
  const told = started(
    () => meAs(),
    () => Promise.reject(new SignInNeeded('administrator')),
  );
  await waitFor(() => expect(told).toEqual([['shell'], ['failure', 'PermissionError']]));
});
