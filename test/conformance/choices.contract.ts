import { pence } from '@ap/shared/domain/money/money';
import type { Choice } from '@ap/shared/domain/register/choice';
import type { Choices } from '../../functions/src/ports/kept.ts';

const choice: Choice = {
  choiceRef: '0f0e0d0c-0000-4000-8000-000000000001',
  at: '2026-11-24T10:00:00.000Z',
  by: 'Priya Nair',
  serviceRef: 'S-1',
  reason: 'The nearest that can start in January.',
  plan: '2d-both-5h-12w',
  compared: [
    {
      serviceRef: 'S-1',
      name: 'Forest learning',
      providerName: 'Hollow Oak',
      price: pence(8_000),
      priceIncVat: pence(8_000),
      unit: 'day',
      vatTreatment: 'exempt-education',
      planned: { units: 24, net: pence(192_000), gross: pence(192_000) },
    },
  ],
};

/** What every keeper of choices does. */
export const choicesContract = (open: () => Promise<{ readonly choices: Choices; readonly restarted: () => Choices }>): void => {
  test('a choice is there again as it was kept, for its buyer and no other', async () => {
    const { choices, restarted } = await open();
    await choices.keep('113800', choice);
    for (const reading of [choices, restarted()]) {
      expect(await reading.list('113800')).toEqual([choice]);
      expect(await reading.list('113801')).toEqual([]);
      expect(await reading.list('11380')).toEqual([]);
      expect(await reading.all()).toEqual([{ buyerRef: '113800', choice }]);
    }
  });

  test('evidence is never written over: the same reference answers with what is there', async () => {
    const { choices } = await open();
    const [first, second] = await Promise.all([choices.keep('113800', choice), choices.keep('113800', { ...choice, reason: 'Another.' })]);
    expect(second).toEqual(first);
    expect(await choices.list('113800')).toEqual([first]);
  });
};
