import { screen } from '@testing-library/react';
import * as React from 'react';
import { noticePlace } from '../../contract/notice-place.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { aNotice, aPicture } from '../testing/sample-notices.ts';
import { NoticesPage } from './NoticesPage.tsx';

const show = (answers: Parameters<typeof fakeService>[0], ref?: string) => {
  const served = fakeService(answers);
  const place = noticePlace(ref === undefined ? { at: 'list' } : { at: 'notice', ref });
  renderScreen(<NoticesPage />, served.api, { service: served.service, place });
  return served;
};

it('row 65: a notice is read as plain text, and its publisher can be contacted', async () => {
  show({ getNotice: () => ({ ...aNotice, body: 'First.\n\nBring <b>questions</b>\nand [answers](https://evil.example).' }) }, aNotice.ref);
  expect(await screen.findByRole('heading', { level: 1, name: aNotice.title })).toBeTruthy();
  expect(screen.getByText('SEND Commissioner, 1 March 2027', { exact: false })).toBeTruthy();
  expect(screen.getByText(/Bring <b>questions<\/b>/).tagName).toBe('P');
  const [contact, ...others] = screen.getAllByRole('link').filter((link) => link.getAttribute('href')?.startsWith('mailto:'));
  expect([contact?.getAttribute('href'), others]).toEqual([
    'mailto:helen.strand@council.example?subject=Alternative%20provision%3A%20what%20comes%20next',
    [],
  ]);
  expect(screen.queryByRole('link', { name: /answers/ })).toBeNull();
});

it('row 65: the list leads to each notice', async () => {
  const { body: _body, publisher: _publisher, picture: _picture, ...summary } = aNotice;
  show({ listNotices: () => ({ notices: [{ ...summary, begins: 'A directory' }] }) });
  expect((await screen.findByRole('link', { name: aNotice.title })).getAttribute('href')).toContain(aNotice.ref);
});

it('a notice that is over, or for others, is said not to be there', async () => {
  const refuse = () => {
    throw new Refuse('not-found', 'There is no such notice, or it is over, or it is not for your school or department.');
  };
  show({ getNotice: refuse }, 'NO-1');
  expect(await screen.findByText(/it is not for your school or department/)).toBeTruthy();
});

it('row 65: its picture is shown with what it shows in words', async () => {
  show({ getNotice: () => ({ ...aNotice, picture: { alt: 'The logo of the framework' } }), getNoticePicture: () => aPicture }, aNotice.ref);
  const picture = await screen.findByRole('img', { name: 'The logo of the framework' });
  expect(picture.getAttribute('src')).toBe(`data:image/png;base64,${aPicture.content}`);
});
