import { fireEvent, render, screen } from '@testing-library/react';
import * as React from 'react';
import { DateField } from './DateField.tsx';

const Day = (): React.ReactElement => {
  const [value, setValue] = React.useState('');
  return <DateField name="startDate" label="First day" value={value} onChange={setValue} />;
};

it.each([
  ['3/4/2027', 'Saturday 3 April 2027'],
  ['03 04 2027', 'Saturday 3 April 2027'],
  ['3 April 2027', 'Saturday 3 April 2027'],
  ['31 2 2027', ''],
  ['3/4', ''],
])('E26: a day is typed as in the UK, day first: %p is understood as %p, in words beside the field', (typed, understood) => {
  render(<Day />);
  fireEvent.change(screen.getByRole('textbox', { name: 'First day' }), { target: { value: typed } });
  const told = document.querySelector('[aria-live="polite"]');
  expect(told?.textContent).toBe(understood);
});
