import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { meAs, membership } from '../forms/testing/samples.ts';
import { checkedSchool, uncheckedSchool } from '../testing/sample-own-checks.ts';
import { useApi } from '../use-api.tsx';
import { OwnChecks } from './OwnChecks.tsx';

type Answers = Parameters<typeof fakeService>[0];

const show = (screenOf: React.ReactElement, answers: Answers = {}) => {
  const served = fakeService({ getMe: () => meAs(membership()), ...answers });
  renderScreen(screenOf, served.api, { service: served.service });
  return served;
};
/** Shows that it is known who reads. */
const Name = (): React.ReactElement => <p>{useApi('getMe', {}).data?.person.name}</p>;

const inDirectory = <OwnChecks providerRef="P-0001" />;
const inRequest = <OwnChecks providerRef="P-0001" buyerRef="B-0001" />;
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const enter = async (name: string, text: string) => {
  await userEvent.clear(screen.getByRole('textbox', { name }));
  await userEvent.click(screen.getByRole('textbox', { name }));
  await userEvent.paste(text);
};
const fault = async (message: string) => (await screen.findByRole('link', { name: message })).getAttribute('href');
const boxOf = (name: string) => `#${screen.getByRole('textbox', { name }).id}`;

const checked = "Your school's own check: 3 March 2027 by Jo Smith; review due by 3 March 2028.";

describe('row 25, R1: on the page of a service', () => {
  it('a school sees what it recorded of its own check: who, when, what, and when it is reviewed', async () => {
    show(inDirectory, { getOwnChecks: () => ({ schools: [checkedSchool()] }) });
    const own = within(await screen.findByRole('region', { name: 'Own check: Oakfield School' }));
    expect(own.getByText(checked)).toBeTruthy();
    expect(own.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'We visited the place, or saw online sessions at work',
      'We saw written confirmation of the staff checks, or the single central record',
      'The rooms are calm, and staff knew the fire plan.',
    ]);
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('a school records its own check; what is wrong is told at its field, and nothing is sent that names a pupil', async () => {
    let recorded = false;
    const refusal = 'Enter a day for the review that is not past, and by 3 March 2028 at the latest.';
    const served = show(inDirectory, {
      getOwnChecks: () => ({ schools: [recorded ? checkedSchool() : uncheckedSchool()] }),
      recordOwnCheck: ({ body }) => {
        if (body.reviewOn === '2028-04-03') throw new Refuse('dates-not-allowed', refusal, '/reviewOn');
        recorded = true;
        return checkedSchool();
      },
    });
    await press('Record your own check');
    await press('Record the check');
    expect(await fault('Mark at least one thing that you checked')).toBeTruthy();
    await enter('When did you check?', '3 3 2027');
    await userEvent.click(screen.getByRole('checkbox', { name: 'We saw the insurance' }));
    await enter('Note (optional)', 'Her date of birth is 12/03/2014');
    await enter('When will you review it, within 12 months?', '3 4 2028');
    await press('Record the check');
    expect((await screen.findByRole('link', { name: /date of birth/i })).getAttribute('href')).toBe(boxOf('Note (optional)'));
    expect(served.callsOf('recordOwnCheck')).toEqual([]);
    await enter('Note (optional)', 'Seen at the office.');
    await press('Record the check');
    expect(await fault(refusal)).toBe(boxOf('When will you review it, within 12 months?'));
    await enter('When will you review it, within 12 months?', '3 3 2028');
    await press('Record the check');
    expect(await screen.findByText(checked)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(served.callsOf('recordOwnCheck').map(({ params, body }) => [params, body])[1]).toEqual([
      { providerRef: 'P-0001', buyerRef: 'B-0001' },
      { checkedOn: '2027-03-03', reviewOn: '2028-03-03', headings: ['insurance'], note: 'Seen at the office.' },
    ]);
  });

  it('nobody is asked who is of no school', async () => {
    const served = show(
      <>
        {inDirectory}
        <Name />
      </>,
      { getMe: () => meAs() },
    );
    await screen.findByText(meAs().person.name);
    expect(served.callsOf('getOwnChecks')).toEqual([]);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('row 25, R1: in the request', () => {
  it('the check of the school that requests is told in a line', async () => {
    show(inRequest, { getOwnChecks: () => ({ schools: [uncheckedSchool({ buyerRef: 'B-0002' }), checkedSchool()] }) });
    expect(await screen.findByText(checked)).toBeTruthy();
    expect(screen.queryByText(/has not recorded/)).toBeNull();
  });

  it.each([
    ['none was recorded', uncheckedSchool(), 'Your school has not recorded its own check of this provider.'],
    [
      'its review is overdue',
      checkedSchool({ overdue: true }),
      "Your school's own check: 3 March 2027 by Jo Smith; its review was due by 3 March 2028.",
    ],
  ])('it warns where %s, and says that one can go on', async (_what, school, sentence) => {
    show(inRequest, { getOwnChecks: () => ({ schools: [school] }) });
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.getByText(/You can go on/)).toBeTruthy();
  });
});
