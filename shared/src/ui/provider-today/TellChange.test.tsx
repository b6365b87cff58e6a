import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { ApiError } from '../../contract/client.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { TellChange } from './TellChange.tsx';

const services = [
  { serviceRef: 'S-0001', serviceName: 'Day centre' },
  { serviceRef: 'S-0002', serviceName: 'Woodland days' },
];
const show = (reply: () => { told: number; left: number }) => {
  const sent: { body: unknown; key: string }[] = [];
  const send = async (body: unknown, key: string) => {
    sent.push({ body, key });
    return reply();
  };
  renderScreen(<TellChange services={services} send={send} onOver={() => undefined} />, fakeService({}).api);
  return sent;
};
const fill = async () => {
  await userEvent.click(screen.getByRole('radio', { name: 'Pupils will be taught at another place' }));
  await userEvent.type(screen.getByRole('textbox', { name: /From which day/ }), '18 1 2027');
  await userEvent.type(screen.getByRole('textbox', { name: /Where will pupils/ }), 'The old mill, DT2 7BB');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Woodland days' }));
};
const tell = () => userEvent.click(screen.getByRole('button', { name: 'Tell the schools' }));

describe('R3: a provider tells schools of another place or other staff', () => {
  it('sends what, from when, where and in which services, and says how many were told', async () => {
    const sent = show(() => ({ told: 2, left: 0 }));
    await fill();
    await tell();
    expect(await screen.findByText('2 placements were told of it.')).toBeTruthy();
    expect(sent.map(({ body }) => body)).toEqual([
      { kind: 'place', from: localDate('2027-01-18'), where: 'The old mill, DT2 7BB', serviceRefs: ['S-0001'] },
    ]);
  });

  it('keeps what was entered, and its key, where some could not be told: sent again nobody is told twice', async () => {
    const sent = show(() => ({ told: 1, left: 1 }));
    await fill();
    await tell();
    expect(await screen.findByText(/1 could not be told now/)).toBeTruthy();
    await tell();
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });

  it('says by each field what is missing, and sends nothing', async () => {
    const sent = show(() => ({ told: 0, left: 0 }));
    await tell();
    expect(await screen.findAllByText('Choose what will be different')).not.toHaveLength(0);
    expect(sent).toEqual([]);
  });

  it('shows a refusal at its field', async () => {
    show(() => {
      const { problem } = new Refuse('dates-not-allowed', 'Enter a day of the last four weeks or the next twelve months.', '/from');
      throw new ApiError(problem);
    });
    await fill();
    await tell();
    expect(await screen.findAllByText(/Enter a day of the last four weeks/)).not.toHaveLength(0);
  });
});
