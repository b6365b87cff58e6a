import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { OffFrameworkReply } from '../../contract/off-framework.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { aDeclaration, declarations } from '../testing/sample-off-framework.ts';
import { OffFrameworkPage } from './OffFrameworkPage.tsx';
import { blankPurchase, bodyOf, monthOptions } from './typed-purchase.ts';

const user = userEvent.setup();

const opened = (answers: Parameters<typeof fakeService>[0] = {}, purchases: readonly OffFrameworkReply[] = [aDeclaration()]) => {
  const served = fakeService({ listOffFramework: () => declarations(purchases), ...answers });
  renderScreen(<OffFrameworkPage />, served.api, { service: served.service });
  return served;
};
const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));

it('row 71: a school declares what it bought outside the framework, with what it cost and why', async () => {
  const served = opened({ declareOffFramework: () => aDeclaration() });
  await press('Declare a purchase');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Who bought it?' }), 'Harbour Academy');
  await user.type(screen.getByRole('textbox', { name: 'What was bought?' }), 'A farm');
  await user.selectOptions(screen.getByRole('combobox', { name: /Which lot/ }), 'Academic tuition');
  await user.type(screen.getByRole('textbox', { name: 'Who provides it?' }), 'Jane Smith Tutoring');
  await user.type(screen.getByRole('textbox', { name: /What does it cost/ }), '£1,250.50');
  await user.selectOptions(screen.getByRole('combobox', { name: 'First month' }), 'January 2027');
  await user.click(screen.getByRole('radio', { name: 'It costs less elsewhere' }));
  await press('Declare this purchase');
  expect(await screen.findByText('The purchase is declared.')).toBeTruthy();
  expect(served.callsOf('declareOffFramework').map(({ body }) => body)).toEqual([
    {
      buyerRef: '114000',
      purchase: {
        lotKey: 'lot-2',
        bought: 'A farm',
        providerName: 'Jane Smith Tutoring',
        net: 125_050,
        from: '2027-01',
        to: '2027-03',
        reason: 'price',
      },
    },
  ]);
});

it('what is wrong is said at its field before anything is sent, and what the service refuses as well', async () => {
  const served = opened({
    declareOffFramework: () => {
      throw new Refuse('lot-not-known', 'Choose a lot of the list.', '/purchase/lotKey');
    },
  });
  await press('Declare a purchase');
  await press('Declare this purchase');
  const problems = await screen.findByRole('group', { name: 'There is a problem' });
  expect(
    within(problems)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Enter what was bought',
    'Enter who provides it',
    'Enter what it costs in all, in pounds, such as 1,250.00',
    'Choose why it was bought outside the framework',
  ]);
  expect(served.callsOf('declareOffFramework')).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: 'What was bought?' }), 'A farm');
  await user.type(screen.getByRole('textbox', { name: 'Who provides it?' }), 'Hill Farm');
  await user.type(screen.getByRole('textbox', { name: /What does it cost/ }), '5');
  await user.click(screen.getByRole('radio', { name: 'Something else' }));
  await user.type(screen.getByRole('textbox', { name: 'What was the reason?' }), 'A court order.');
  await press('Declare this purchase');
  await waitFor(() => expect(screen.getByRole('group', { name: 'There is a problem' }).textContent).toContain('Choose a lot of the list.'));
});

it('a declaration is corrected from what it says, by the version that was read', async () => {
  const served = opened({ actOnOffFramework: () => aDeclaration({ version: 2 }) });
  await press(/^Correct/);
  const cost = screen.getByRole('textbox', { name: /What does it cost/ }) as HTMLInputElement;
  expect(cost.value).toBe('4800.00');
  expect(screen.queryByRole('combobox', { name: 'Who bought it?' })).toBeNull();
  await user.clear(cost);
  await user.type(cost, '4700');
  await press('Save the correction');
  expect(await screen.findByText('The declaration was corrected.')).toBeTruthy();
  expect(served.callsOf('actOnOffFramework').map(({ body, params }) => [params.ref, body])).toMatchObject([
    ['OF-7K3M9QXT2A', { kind: 'correct-purchase', seen: 1, purchase: { net: 470_000, lotKey: 'lot-1' } }],
  ]);
});

it('a declaration is withdrawn with a reason; one that is withdrawn offers nothing more, and keeps its history', async () => {
  const gone = aDeclaration({ ref: 'OF-2', bought: 'Counselling', status: 'withdrawn', withdrawnBecause: 'Twice.', may: [] });
  const served = opened({ actOnOffFramework: () => gone }, [aDeclaration(), gone]);
  await press('Withdraw for Two days a week at a farm');
  await user.type(screen.getByRole('textbox', { name: 'Why is it withdrawn?' }), 'Twice.');
  await press('Withdraw');
  expect(await screen.findByText('The declaration is withdrawn.')).toBeTruthy();
  expect(served.callsOf('actOnOffFramework').map(({ body }) => body)).toEqual([{ kind: 'withdraw-purchase', seen: 1, reason: 'Twice.' }]);
  expect(screen.getByText('OF-2, withdrawn: Twice.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Counselling/ })).toBeNull();
  await press('History of OF-2');
  expect(screen.getByText(/Priya Nair: Declared: £4,800[.]00/)).toBeTruthy();
});

it('months reach two years ahead and six years back, and what is typed wrongly is found here', () => {
  const months = monthOptions(localDate('2027-03-03'));
  expect([months[0], months.at(-1)]).toEqual([
    { value: '2029-03', label: 'March 2029' },
    { value: '2021-03', label: 'March 2021' },
  ]);
  const typed = {
    ...blankPurchase('113800', localDate('2027-03-03')),
    bought: 'x'.repeat(121),
    providerName: 'Hill',
    net: '0',
    reason: 'other' as const,
  };
  expect(bodyOf({ ...typed, to: '2027-02' }).errors.map(({ field, message }) => `${field}: ${message}`)).toEqual([
    'bought: Enter 120 characters or fewer',
    'net: Enter what it costs in all, in pounds, such as 1,250.00',
    'to: The last month must not be before the first',
    'because: Enter why it was bought outside the framework',
  ]);
  expect(bodyOf({ ...typed, bought: 'For Jack Smith', net: '5', because: 'A court.' }).errors).toMatchObject([{ field: 'bought' }]);
});
