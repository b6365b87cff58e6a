import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { noticePlace } from '../../contract/notice-place.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { NoticesPage } from '../notices/NoticesPage.tsx';
import { aSurvey } from '../testing/sample-surveys.ts';

const show = (answers: Parameters<typeof fakeService>[0]) => {
  const served = fakeService({ getSurvey: () => aSurvey(), ...answers });
  renderScreen(<NoticesPage />, served.api, { service: served.service, place: noticePlace({ at: 'survey', ref: aSurvey().ref }) });
  return served;
};
const send = async () => userEvent.click(await screen.findByRole('button', { name: 'Send the answers' }));

describe('row 67: whoever answers a survey', () => {
  it('is told who sees the answers before giving any, and that interest is shown to those who lead a block purchase', async () => {
    show({});
    expect(await screen.findByText(/The commissioning team sees which school gave which answer, and in which role/)).toBeTruthy();
    expect(screen.getByText(/buyers who lead one for such a service are told the name of your school/)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2, name: 'Ashdale School, as SENCO or inclusion lead' })).toBeTruthy();
  });

  it('answers by choices, a number and words; what must be answered is, and a name is refused before it is sent', async () => {
    const answered = aSurvey({
      seats: [
        {
          buyerRef: '113855',
          buyerName: 'Ashdale School',
          role: 'senco',
          version: 1,
          answeredBy: 'Priya Nair',
          answeredAt: '2027-03-02T10:00:00Z',
          answers: [{ key: 'q1', chosen: ['interested'] }],
        },
      ],
    });
    const { callsOf } = show({ answerSurvey: () => answered });
    await userEvent.type(await screen.findByRole('textbox', { name: /What should be better/ }), 'More for Oliver Smith.');
    await userEvent.type(screen.getByRole('textbox', { name: /How many hours/ }), 'many');
    await send();
    const problem = await screen.findByRole('group', { name: 'There is a problem' });
    expect(
      within(problem)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Answer this question', 'Enter a whole number from 0 to 1,000,000', expect.stringContaining("a person's name")]);
    expect(callsOf('answerSurvey')).toEqual([]);
    await userEvent.clear(screen.getByRole('textbox', { name: /What should be better/ }));
    await userEvent.clear(screen.getByRole('textbox', { name: /How many hours/ }));
    await userEvent.type(screen.getByRole('textbox', { name: /How many hours/ }), '40');
    await userEvent.click(screen.getByRole('radio', { name: 'Interested' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Therapeutic support' }));
    await send();
    await waitFor(() =>
      expect(callsOf('answerSurvey').map(({ body }) => body)).toEqual([
        {
          buyerRef: '113855',
          role: 'senco',
          seen: 0,
          answers: [
            { key: 'q1', chosen: ['interested'] },
            { key: 'q2', chosen: ['Therapeutic support'] },
            { key: 'q3', number: 40 },
          ],
        },
      ]),
    );
    await screen.findAllByText('Your answers for Ashdale School are with the commissioning team.');
    expect(screen.getByText(/Answered by Priya Nair/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Interested' }).checked).toBe(true);
  });

  it('sees what a colleague answered meanwhile, and that nothing was written over it', async () => {
    let asked = 0;
    show({
      getSurvey: () => {
        asked += 1;
        return aSurvey();
      },
      answerSurvey: () => {
        throw new Refuse('stale-version', 'A colleague answered since you opened this survey. Nothing of yours was saved.');
      },
    });
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Therapeutic support' }));
    await send();
    await screen.findAllByText(/A colleague answered since you opened this survey/);
    await waitFor(() => expect(asked).toBe(2));
  });

  it('is told at the question what the service refuses', async () => {
    show({
      answerSurvey: () => {
        throw new Refuse('answers-incomplete', 'Choose one of the answers that are offered.', '/answers/q2');
      },
    });
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Therapeutic support' }));
    await send();
    const problem = await screen.findByRole('group', { name: 'There is a problem' });
    expect(within(problem).getByRole('link', { name: 'Choose one of the answers that are offered.' })).toBeTruthy();
  });
});
