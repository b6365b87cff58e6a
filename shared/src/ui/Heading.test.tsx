import { screen } from '@testing-library/react';
import * as React from 'react';
import { ServicePage } from './directory/ServicePage.tsx';
import { fakeService, Refuse } from './forms/testing/fake-service.ts';
import { renderScreen } from './forms/testing/render-screen.tsx';
import { meAs, membership, service } from './forms/testing/samples.ts';
import { fakeHost } from './testing/fake-host.ts';

const place = { at: 'service', serviceRef: 'S-0001' } as const;
const known = () => fakeService({ getService: () => service, getMe: () => meAs(membership()) }).api;
const tags = (): string[] => screen.getAllByRole('heading').map(({ tagName, textContent }) => `${tagName} ${textContent}`);

describe('the headings of a screen', () => {
  it('begin with one h1 where the page is ours', async () => {
    renderScreen(<ServicePage />, known(), { place });
    await screen.findByRole('heading', { name: 'Forest learning' });
    expect(tags().slice(0, 2)).toEqual(['H1 Forest learning', 'H2 The service']);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
  });

  it("begin below the page's own h1 in SharePoint", async () => {
    renderScreen(<ServicePage />, known(), { place, host: fakeHost({ kind: 'sharepoint', mayDecide: false }) });
    await screen.findByRole('heading', { name: 'Forest learning' });
    expect(tags().slice(0, 2)).toEqual(['H2 Forest learning', 'H3 The service']);
    expect(document.querySelectorAll('h1')).toHaveLength(0);
  });

  it('are there while a screen loads, and when it cannot be shown', async () => {
    const api = fakeService({
      getService: () => {
        throw new Refuse('not-found', 'There is no service S-0001.');
      },
    }).api;
    renderScreen(<ServicePage />, api, { place });
    expect(tags()).toEqual(['H1 Service']);
    await screen.findByText('There is no service S-0001.');
    expect(tags()).toEqual(['H1 This service could not be shown']);
  });
});
