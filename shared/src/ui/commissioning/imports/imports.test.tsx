import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ImportReply } from '../../../contract/imports.ts';
import { bannedWordOnPage } from '../../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { checkedImport, cleanImport, importId, rowWithError, runningImport } from '../../testing/sample-imports.ts';
import { ImportPage } from './ImportPage.tsx';
import { ImportsPage } from './ImportsPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const begin = (answers: Answers) => {
  const served = fakeService(answers);
  const { went } = renderScreen(<ImportsPage />, served.api, { service: served.service });
  return { ...served, went };
};
const open = (first: ImportReply, answers: Answers = {}) => {
  let now = first;
  const served = fakeService({ getImport: () => now, ...answers });
  renderScreen(<ImportPage importId={importId} />, served.api, { service: served.service });
  return {
    ...served,
    becomes: (next: ImportReply): ImportReply => {
      now = next;
      return next;
    },
  };
};

const csv = (name: string, content = 'Reference,Name\r\nP-0001,Greenway\r\n') => new File([content], name, { type: 'text/csv' });

describe('a file to import', () => {
  it('is sent as it is, and what it would do opens under an address of its own', async () => {
    const { callsOf, went } = begin({ checkImport: () => checkedImport() });
    await userEvent.upload(screen.getByLabelText('Excel workbook or CSV file'), csv('providers.csv'));
    expect(screen.getByText('Chosen: providers.csv')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Check the file' }));
    await waitFor(() => expect(went).toEqual([commissioningPlace({ at: 'import', importId })]));
    expect(callsOf('checkImport').map(({ body }) => body)).toEqual([
      { fileName: 'providers.csv', content: btoa('Reference,Name\r\nP-0001,Greenway\r\n') },
    ]);
  });

  it.each([
    ['none', undefined, 'Choose a file'],
    ['another kind', csv('providers.pdf'), 'Choose an Excel workbook (.xlsx) or a CSV file (.csv)'],
    ['an empty one', csv('providers.csv', ''), 'Choose a file that is not empty'],
  ])('is looked at before it is sent: %s', async (_, file, sentence) => {
    const { callsOf } = begin({});
    const field = screen.getByLabelText('Excel workbook or CSV file');
    if (file) await userEvent.upload(field, file, { applyAccept: false });
    await userEvent.click(screen.getByRole('button', { name: 'Check the file' }));
    await userEvent.click(await screen.findByRole('link', { name: sentence }));
    expect(document.activeElement).toBe(field);
    expect(callsOf('checkImport')).toEqual([]);
  });

  it('that cannot be read is told in the words of the service', async () => {
    begin({
      checkImport: () => {
        throw new Refuse('file-unreadable', 'No sheet of this file has the headings of providers.', '/content');
      },
    });
    await userEvent.upload(screen.getByLabelText('Excel workbook or CSV file'), csv('providers.csv'));
    await userEvent.click(screen.getByRole('button', { name: 'Check the file' }));
    expect(await screen.findByRole('link', { name: 'No sheet of this file has the headings of providers.' })).toBeTruthy();
  });
});

describe('a checked file', () => {
  it('lists every error by its cell, 25 at a time', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => rowWithError(index + 2));
    open(checkedImport({ rows, counts: { new: 3, changed: 0, same: 0, conflict: 0, error: 60 } }));
    const errors = await screen.findByRole('region', { name: 'Errors' });
    expect(within(errors).getAllByRole('row')).toHaveLength(26);
    expect(within(errors).getByRole('row', { name: 'Providers!H2 Phone none Enter a phone number, such as 01305 000000' })).toBeTruthy();
    await userEvent.click(within(errors).getByRole('button', { name: 'Next' }));
    await userEvent.click(within(errors).getByRole('button', { name: 'Next' }));
    expect(within(errors).getByText('Page 3 of 3')).toBeTruthy();
    expect(within(errors).getAllByRole('row')).toHaveLength(11);
  });

  it('leaves out rows with errors only when that is marked, by their number, and asks what counts where both were changed', async () => {
    const page = open(checkedImport(), { confirmImport: () => page.becomes(runningImport(0)) });
    await userEvent.click(await screen.findByRole('button', { name: 'Import 42 rows' }));
    const summary = await screen.findByRole('group', { name: 'There is a problem' });
    expect(
      within(summary)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Choose what counts where both were changed',
      'Mend the 2 rows with errors and check the file again, or mark that they are left out',
    ]);
    await userEvent.click(screen.getByRole('radio', { name: 'The file: they are changed to what it says' }));
    await userEvent.click(screen.getByRole('checkbox', { name: /^Leave out the 2 rows with errors/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Import 43 rows' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Import 43 rows of autumn providers.xlsx?' });
    expect(page.callsOf('confirmImport')).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Import' }));
    expect(await screen.findByText('0 of 5,000 rows done')).toBeTruthy();
    expect(page.callsOf('confirmImport').map(({ body }) => body)).toEqual([{ leaveOut: 2, conflicts: 'follow-file' }]);
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('is shown anew, and must be confirmed again, when the register has changed since', async () => {
    const page = open(cleanImport(), {
      confirmImport: () => {
        page.becomes(cleanImport({ counts: { new: 41, changed: 1, same: 0, conflict: 0, error: 0 } }));
        throw new Refuse(
          'import-changed',
          'The register has changed since the file was checked. Look at the rows again, and confirm them.',
        );
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Import 42 rows' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Import' }));
    expect(await screen.findByText(/The register has changed since the file was checked/)).toBeTruthy();
    expect(await screen.findByRole('region', { name: 'Rows that change' })).toBeTruthy();
  });

  it('that was imported before says that it changes nothing, and offers nothing to confirm', async () => {
    open(checkedImport({ rows: [], counts: { new: 0, changed: 0, same: 45, conflict: 0, error: 0 } }));
    expect(await screen.findByText('This file changes nothing')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
  });

  it('with a sheet that cannot be read as a whole cannot be confirmed', async () => {
    const [error] = rowWithError(1).errors;
    open(checkedImport({ sheetErrors: error ? [{ ...error, sentence: 'Add the column Reference' }] : [] }));
    expect(await screen.findByText('This file cannot be imported yet')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
  });
});

describe('an import that is being carried out', () => {
  it('shows how far it is, by itself, until it has finished', async () => {
    const page = open(runningImport(1_240));
    expect(await screen.findByText('1,240 of 5,000 rows done')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: '1,240 of 5,000 rows done' })).toHaveProperty('value', 1_240);
    page.becomes(runningImport(2_480));
    expect(await screen.findByText('2,480 of 5,000 rows done')).toBeTruthy();
    page.becomes(runningImport(5_000, { created: 4_999, updated: 1, finishedAt: '2027-03-02T09:59:00Z' }, 'finished'));
    const done = await screen.findByRole('region', { name: 'The import has finished' });
    expect(within(done).getByText('4,999 rows')).toBeTruthy();
    expect(within(done).getByText('1 row')).toBeTruthy();
  });

  it('can be stopped after a second question', async () => {
    const page = open(runningImport(1_240), {
      stopImport: () => page.becomes(runningImport(1_240, { stoppedBy: 'Sam Oduya', stoppedAt: '2027-03-02T09:47:00Z' }, 'stopping')),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Stop the import' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Stop it' }));
    expect(await screen.findByText(/^It is being stopped/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Stop the import' })).toBeNull();
  });

  it('tells by row why something was not written', async () => {
    const notWritten = [{ sheet: 'Providers', row: 77, ref: 'P-0077', sentence: 'Somebody changed this row after the file was checked.' }];
    open(runningImport(5_000, { created: 4_999, notWritten, finishedAt: '2027-03-02T09:59:00Z' }, 'finished'));
    expect(
      await screen.findByRole('row', { name: 'Providers, row 77 P-0077 Somebody changed this row after the file was checked.' }),
    ).toBeTruthy();
  });
});
