import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { OpenDataReply } from '../../../contract/open-data.ts';
import { bannedWordOnPage } from '../../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { openDataReply } from '../../testing/sample-open-data.ts';
import { OpenDataPage } from './OpenDataPage.tsx';

const user = userEvent.setup();
const opened = (reply: OpenDataReply = openDataReply(), refuse = false) => {
  const served = fakeService({
    listOpenData: () => reply,
    getOpenDataFile: () => {
      if (refuse) throw new Refuse('setting-missing', "The setting 'open-data' is missing.");
      return { fileName: 'ocds-AP-2026-releases.json', mediaType: 'application/json', content: 'e30K' };
    },
  });
  renderScreen(<OpenDataPage />, served.api, { service: served.service });
  return served;
};

beforeEach(() => {
  window.innerWidth = 1400;
  URL.createObjectURL = () => 'blob:file';
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

it('row 74: a commissioner sees what the files hold and withhold, and saves either', async () => {
  const { callsOf } = opened();
  const table = within(await screen.findByRole('table', { name: /what their files hold/ }));
  const cells = within(table.getByRole('row', { name: /2026/ })).getAllByRole('cell');
  expect(cells.map(({ textContent }) => textContent).slice(0, 4)).toEqual([
    'Live',
    '4',
    '57',
    '2 in the files, 11 withheld; 2026-27 not over yet',
  ]);
  expect(table.getByText('Nothing of it is public yet')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Download releases of Alternative Provision Framework 2026' }));
  await user.click(screen.getByRole('button', { name: 'Download records of Alternative Provision Framework 2026' }));
  expect(callsOf('getOpenDataFile').map(({ params }) => params)).toEqual([
    { ref: 'AP-2026', kind: 'releases' },
    { ref: 'AP-2026', kind: 'records' },
  ]);
  expect(HTMLAnchorElement.prototype.click).toHaveBeenCalledTimes(2);
  expect(screen.getByText(/fewer than 10 pupils or 3 schools or departments is withheld/)).toBeTruthy();
  expect(bannedWordOnPage()).toBeUndefined();
});

it('without a prefix it says how to get one; under that of the examples, that nothing is to be published', async () => {
  opened({ prefix: 'missing', frameworks: [] });
  await screen.findByRole('heading', { name: 'The council has no prefix yet' });
  expect(screen.queryByRole('button', { name: /Save/ })).toBeNull();
  opened(openDataReply({ prefix: 'sample' }));
  await screen.findByText('Sample prefix: do not publish');
});

it('a file that cannot be had says why, and the page stays', async () => {
  opened(undefined, true);
  await user.click(await screen.findByRole('button', { name: /^Download records/ }));
  expect((await screen.findByRole('alert')).textContent).toContain("The setting 'open-data' is missing.");
  expect(screen.getByRole('table')).toBeTruthy();
});
