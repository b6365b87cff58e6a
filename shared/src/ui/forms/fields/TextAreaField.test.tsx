import { fireEvent, render, screen } from '@testing-library/react';
import * as React from 'react';
import { ofGrownUps } from '../../../domain/pupils/screen-free-text.ts';
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

  it('R40, row 63: tells, once it is left, what could identify a pupil, and takes it back when that is mended', () => {
    render(<Box />);
    const box = screen.getByRole('textbox');
    fireEvent.change(box, { target: { value: 'Jack Smith needs a calm place.' } });
    expect(screen.queryByText(/seems to contain/)).toBeNull();
    fireEvent.blur(box);
    const told = screen.getByText('This text seems to contain a person\'s name. Write "the pupil", or the role of a member of staff.');
    expect(box.getAttribute('aria-describedby')).toContain(told.closest('[id]')?.id);
    fireEvent.change(box, { target: { value: 'The pupil needs a calm place.' } });
    expect(screen.queryByText(/seems to contain/)).toBeNull();
  });

  it("lets through what the text is for, such as the names of a provider's staff", () => {
    render(
      <TextAreaField
        name="summary"
        label="What you offer"
        limit={100}
        may={ofGrownUps}
        value="Ask for Jack Smith."
        onChange={() => undefined}
      />,
    );
    fireEvent.blur(screen.getByRole('textbox'));
    expect(screen.queryByText(/seems to contain/)).toBeNull();
  });

  it('writes large counts as people do', () => expect(countSentence(-1200)).toBe('You have 1,200 characters too many'));
});
