import { FluentProvider } from '@fluentui/react-provider';
import { webLightTheme } from '@fluentui/react-theme';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { ModalDialog } from './ModalDialog.tsx';

const Asking: React.FC = () => {
  const [open, setOpen] = React.useState(false);
  const opener = React.useRef<HTMLButtonElement>(null);
  const close = (): void => setOpen(false);
  return (
    <FluentProvider theme={webLightTheme}>
      <button ref={opener} type="button" onClick={() => setOpen(true)}>
        Withdraw
      </button>
      {open ? (
        <ModalDialog role="alertdialog" title="Withdraw it?" acts={<button type="button">Keep it</button>} onCancel={close} opener={opener}>
          Nobody can approve it any more.
        </ModalDialog>
      ) : null}
    </FluentProvider>
  );
};

it('a dialog is named by its title and told with its words, and begins at its safe button', async () => {
  render(<Asking />);
  await userEvent.click(screen.getByRole('button', { name: 'Withdraw' }));
  const dialog = screen.getByRole('alertdialog', { name: 'Withdraw it?' });
  const words = document.getElementById(dialog.getAttribute('aria-describedby') ?? '');
  expect(words?.textContent).toBe('Nobody can approve it any more.');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep it' }));
});

it('a dialog is left by Esc, and gives the focus back to the button that opened it', async () => {
  render(<Asking />);
  const opener = screen.getByRole('button', { name: 'Withdraw' });
  await userEvent.click(opener);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(document.activeElement).toBe(opener);
});

it('a dialog gives the focus back also where a press gives a button none, as in Safari', async () => {
  render(<Asking />);
  const opener = screen.getByRole('button', { name: 'Withdraw' });
  fireEvent.click(opener);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep it' }));
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement).toBe(opener);
});
