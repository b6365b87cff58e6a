import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeHost } from '../testing/fake-host.ts';
import { directory, summary } from '../testing/sample-directory.ts';
import { DirectoryPage } from './DirectoryPage.tsx';
import { openDirectory } from './open-directory.fixture.tsx';

const items = Array.from({ length: 25 }, (_, n) => summary({ serviceRef: `S-${n}`, name: `Service ${n}` }));

/** Each drawing of a row asks the host for the address of its link, as SharePoint's does. React's profiler tells that the page was drawn. */
const openCounted = async () => {
  const drawn = { rows: 0, page: 0 };
  const host = fakeHost({
    kind: 'sharepoint',
    linkTo: (place) => {
      if (place.at === 'service') drawn.rows += 1;
      return '#';
    },
  });
  const shown = (
    <React.Profiler id="page" onRender={() => (drawn.page += 1)}>
      <DirectoryPage />
    </React.Profiler>
  );
  openDirectory('', ({ query }) => directory({ total: query.has('needs') ? 4 : 25, items }), { screen: shown, host });
  await screen.findByRole('heading', { name: '25 services near DT1' });
  return drawn;
};

describe('what a keystroke costs', () => {
  it('draws no row while a person types, and the rows once for the answer', async () => {
    const drawn = await openCounted();
    expect(drawn.rows).toBe(25);
    const { page } = drawn;
    await userEvent.type(screen.getByLabelText('What does the pupil need?'), 'boxing');
    expect(drawn.page).toBeGreaterThanOrEqual(page + 6);
    expect(drawn.rows).toBe(25);
  });

  it('draws no row for a box that is ticked before its answer is there', async () => {
    const drawn = await openCounted();
    const { page } = drawn;
    fireEvent.click(screen.getByRole('checkbox', { name: /\(SEMH\)/ }));
    expect(drawn.page).toBeGreaterThan(page);
    expect(drawn.rows - 25).toBe(0);
  });
});
