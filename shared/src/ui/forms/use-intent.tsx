import * as React from 'react';

interface Intent {
  /** The idempotency key of a content: the same as long as the same is tried again, so that an answer lost on the way is not done twice. */
  readonly keyFor: (content: unknown) => string;
  /** It was done: the same content given once more is another intent. */
  readonly done: () => void;
}

/** What a person is about to do, with its key. */
export const useIntent = (): Intent => {
  const held = React.useRef({ text: '', key: '' });
  return {
    keyFor: (content) => {
      const text = JSON.stringify(content);
      if (held.current.text !== text) held.current = { text, key: crypto.randomUUID() };
      return held.current.key;
    },
    done: () => {
      held.current = { text: '', key: '' };
    },
  };
};
