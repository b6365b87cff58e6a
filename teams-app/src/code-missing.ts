/**
 * Tells when the code of the screens does not arrive, instead of 'Loading' for ever. Plain elements: what would draw better is what is
 * missing. Scripts of later parts are told of by the part itself.
 */
export const tellWhenCodeIsMissing = (): void =>
  window.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLScriptElement) show(document.getElementById('root'));
    },
    { capture: true },
  );

const show = (root: HTMLElement | null): void => {
  const words = document.createElement('p');
  words.setAttribute('role', 'alert');
  words.className = 'starting';
  words.textContent = 'AP Framework could not be loaded. Check your connection and try again.';
  const again = document.createElement('button');
  again.className = 'starting';
  again.textContent = 'Try again';
  again.addEventListener('click', () => window.location.reload());
  root?.replaceChildren(words, again);
};
