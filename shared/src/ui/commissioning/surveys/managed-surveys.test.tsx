import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeService } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { aManagedSurvey, anOpenSurvey, sampleResults } from '../../testing/sample-surveys.ts';
import { SurveysPage } from './SurveysPage.tsx';

const show = (answers: Parameters<typeof fakeService>[0]) => {
  const served = fakeService({
    getManagedSurvey: () => anOpenSurvey,
    getSurveyResults: () => sampleResults,
    listSurveySends: () => ({ total: 0, sends: [] }),
    ...answers,
  });
  renderScreen(<SurveysPage surveyRef="SV-1" />, served.api, { service: served.service });
  return served;
};
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

describe('row 67: a commissioner', () => {
  it('adds a question with its choices, each on a line; a kind without choices takes none', async () => {
    const { callsOf } = show({ getManagedSurvey: () => aManagedSurvey(), actOnSurvey: () => aManagedSurvey() });
    await press('Add a question');
    await userEvent.click(screen.getByRole('radio', { name: 'A short text' }));
    await userEvent.type(screen.getByRole('textbox', { name: /What is asked/ }), 'How do you buy?');
    await userEvent.type(screen.getByRole('textbox', { name: /What can be chosen/ }), 'Alone\nWith others');
    await userEvent.click(screen.getByRole('radio', { name: 'Yes' }));
    await press('Add a question');
    expect((await screen.findByRole('group', { name: 'There is a problem' })).textContent).toContain('has no choices of its own');
    await userEvent.click(screen.getByRole('radio', { name: 'One of several choices' }));
    await press('Add a question');
    await waitFor(() =>
      expect(callsOf('actOnSurvey').map(({ body }) => body)).toEqual([
        {
          kind: 'add-question',
          seen: 3,
          question: { kind: 'one', asks: 'How do you buy?', required: true, options: ['Alone', 'With others'] },
        },
      ]),
    );
  });

  it('sees each result as a table, with what was not stated as a part of its own, and the response rate', async () => {
    show({});
    const table = await screen.findByRole('region', { name: 'Might your school be interested in a block purchase?' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent),
    ).toEqual(['Interested770%', 'Possibly, want to know more, or it depends on the cost110%', 'Not interested00%', 'Not stated220%']);
    expect(screen.getByText(/10 of 418 \(2%\) of the answers that were asked for are there/)).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'Which school answered what' })).getByText(/One price for all\.$/)).toBeTruthy();
  });

  it('reminds those whose answer is missing, after being told how many they are', async () => {
    const { callsOf } = show({ actOnSurvey: () => anOpenSurvey });
    await press('Remind');
    expect(screen.getByText(/412 people with an answer that is missing are reminded, and nobody else/)).toBeTruthy();
    await press('Remind');
    await waitFor(() => expect(callsOf('actOnSurvey').map(({ body }) => body)).toEqual([{ kind: 'remind-survey', seen: 4 }]));
  });
});
