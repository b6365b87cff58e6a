/** What jsdom lacks of the browser's `<dialog>`: to be shown, to take the focus, to close on Esc and to give the focus back. */
const dialog = HTMLDialogElement.prototype;
const focusable = 'button:not([disabled]), [href], input:not([disabled]), select, textarea, [tabindex]:not([tabindex="-1"])';
const before = new WeakMap<HTMLDialogElement, Element | null>();

const cancelOnEsc = function (this: HTMLDialogElement, event: KeyboardEvent): void {
  if (event.key === 'Escape' && this.dispatchEvent(new Event('cancel', { cancelable: true }))) this.close();
};

dialog.showModal = function (this: HTMLDialogElement): void {
  if (this.open) throw new DOMException('The dialog is open already.', 'InvalidStateError');
  before.set(this, document.activeElement);
  this.open = true;
  this.addEventListener('keydown', cancelOnEsc);
  (this.querySelector<HTMLElement>(focusable) ?? this).focus();
};

dialog.close = function (this: HTMLDialogElement): void {
  if (!this.open) return;
  this.open = false;
  this.removeEventListener('keydown', cancelOnEsc);
  const last = before.get(this);
  if (last instanceof HTMLElement) last.focus();
};
