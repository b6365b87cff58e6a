import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeService } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { aManagedNotice, aPicture, aPublishedNotice, sampleSends } from '../../testing/sample-notices.ts';
import { NoticesPage } from './NoticesPage.tsx';

const show = (answers: Parameters<typeof fakeService>[0], noticeRef?: string) => {
  const served = fakeService({ listManagedNotices: () => ({ notices: [] }), ...answers });
  const { went } = renderScreen(<NoticesPage noticeRef={noticeRef} />, served.api, { service: served.service });
  return { ...served, went };
};
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const fill = async (name: string | RegExp, text: string) => userEvent.type(await screen.findByRole('textbox', { name }), text);

describe('row 65: a commissioner', () => {
  it('writes a notice, which may say where an event is held; a name is refused before it is sent', async () => {
    const { callsOf, went } = show({ writeNotice: () => aManagedNotice() });
    await press('Write a notice');
    await fill('Title', 'Information event');
    await fill('What does it say?', 'Oliver Smith invites you.');
    await fill('In which role do you write?', 'SEND Commissioner');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Academies' }));
    await fill('Until which day is it shown?', '31 7 2027');
    await press('Write a notice');
    expect((await screen.findByRole('group', { name: 'There is a problem' })).textContent).toContain("a person's name");
    await userEvent.clear(screen.getByRole('textbox', { name: 'What does it say?' }));
    await fill('What does it say?', 'It is held at County Hall, DT1 1XJ.');
    await press('Write a notice');
    await waitFor(() => expect(went.length).toBe(1));
    expect(callsOf('writeNotice').map(({ body }) => body)).toEqual([
      {
        text: {
          title: 'Information event',
          body: 'It is held at County Hall, DT1 1XJ.',
          authorRole: 'SEND Commissioner',
          audience: ['academy'],
          showUntil: '2027-07-31',
        },
      },
    ]);
  });

  it('publishes it by the version that was read, after being told how many it goes to', async () => {
    const { callsOf } = show({ getManagedNotice: () => aManagedNotice(), actOnNotice: () => aPublishedNotice }, 'NO-1');
    await press('Publish');
    expect(screen.getByText('As the register is today it is sent to 412 recipients now.')).toBeTruthy();
    await press('Publish');
    await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Publish' }));
    await waitFor(() => expect(callsOf('actOnNotice')).toHaveLength(1));
    expect(callsOf('actOnNotice')[0]).toMatchObject({ params: { ref: aManagedNotice().ref }, body: { kind: 'publish-notice', seen: 1 } });
  });

  it('reads of each recipient how it was told, page by page, and of those alone whom it did not reach', async () => {
    const { callsOf } = show(
      { getManagedNotice: () => aPublishedNotice, listNoticeSends: () => ({ total: 412, sends: sampleSends }) },
      'NO-1',
    );
    const table = within(await screen.findByRole('table', { name: 'Each recipient with what became of the message' }));
    const cells = table.getAllByRole('row').map((row) => [...row.children].slice(0, 3).map(({ textContent }) => textContent));
    expect(cells.slice(1)).toEqual([
      ['Greenway Learning', 'Provider', 'Sent by mail'],
      ['Martin Oakes', 'Ashdale School', 'Told in Teams'],
      ['Priya Nair', 'Ashdale School', 'Not reached: nobody knows whether it arrived'],
    ]);
    await press('Next');
    const pages = await screen.findByRole('navigation', { name: 'Pages of the send record' });
    await waitFor(() => expect(pages.textContent).toContain('Page 2 of 5'));
    await press('Show only those it did not reach');
    await waitFor(() =>
      expect(callsOf('listNoticeSends').map(({ query }) => Object.fromEntries(query))).toEqual([
        { page: '1' },
        { page: '2' },
        { page: '1', state: 'failed' },
      ]),
    );
  });

  it('gives a draft a picture, which says in words what it shows', async () => {
    const { callsOf } = show({ getManagedNotice: () => aManagedNotice(), setNoticePicture: () => aManagedNotice({ version: 2 }) }, 'NO-1');
    await press('Add the picture');
    expect((await screen.findByRole('group', { name: 'There is a problem' })).textContent).toMatch(
      /Choose a picture.*Enter what the picture shows/,
    );
    const bytes = Uint8Array.from(atob(aPicture.content), (letter) => letter.charCodeAt(0));
    await userEvent.upload(screen.getByLabelText('Which picture?'), new File([bytes], 'logo.png', { type: 'image/png' }));
    await fill('What does it show?', 'The logo of the framework');
    await press('Add the picture');
    await waitFor(() => expect(callsOf('setNoticePicture')).toHaveLength(1));
    expect(callsOf('setNoticePicture')[0]?.body).toEqual({ seen: 1, alt: 'The logo of the framework', content: aPicture.content });
  });
});
