import { fireEvent, render, screen } from '@testing-library/react';
import * as React from 'react';
import { countSentence, TextAreaField } from './TextAreaField.tsx';

const Box = (): React.ReactElement => {
  const [value, setValue] = React.useState('');
  return <TextAreaField name="objectives" label="What the placement is for" optional limit={100} value={value} onChange={setValue} />;
};

describe('a box of free text', () => {
  it('E27: warns above it not to name pupils, and is described by that warning', () => {
    render(<Box />);
    const warning = screen.getByText(/Do not include any information that would allow anyone to identify pupils/);
    const box = screen.getByRole('textbox', { name: 'What the placement is for (optional)' });
    expect(warning.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(box.getAttribute('aria-describedby')).toContain(warning.id);
  });

  it('counts from three quarters of the limit on, and stops nobody from typing', () => {
    render(<Box />);
    const box = screen.getByRole('textbox');
    fireEvent.change(box, { target: { value: 'x'.repeat(74) } });
    expect(screen.queryByText(/characters/)).toBeNull();
    fireEvent.change(box, { target: { value: 'x'.repeat(75) } });
    expect(screen.getByText('You have 25 characters remaining')).toBeTruthy();
    fireEvent.change(box, { target: { value: 'x'.repeat(101) } });
    expect(screen.getByText('You have 1 character too many')).toBeTruthy();
  });

  it('writes large counts as people do', () => expect(countSentence(-1200)).toBe('You have 1,200 characters too many'));
});
