import { Button, Input, type Theme } from '@fluentui/react-components';
import * as React from 'react';
import type { PersonId } from '../person-key.ts';
import type { SearchCommand } from '../window-options.ts';
import { CardAttachment } from './CardAttachment.tsx';
import type { CardJson } from './chat-message.ts';
import { foundIn, linkIn } from './compose-answer.ts';
import { localApi } from './local-api.ts';
import { SearchPanel } from './SearchPanel.tsx';

export interface ComposeBoxProps {
  readonly person: PersonId;
  readonly installed: boolean;
  readonly theme: Theme;
  readonly command: SearchCommand | undefined;
  /** Links of this site are unfolded by the app. */
  readonly domain: string;
  /** Runs what the person does; its refusal is shown by the chat. */
  readonly attempt: (what: Promise<unknown>) => Promise<void>;
}

/** Where the person writes to the bot, searches with the app's command, and sees what a pasted link unfolds to before it is sent. */
export const ComposeBox = ({ person, installed, theme, command, domain, attempt }: ComposeBoxProps): React.ReactElement => {
  const [text, setText] = React.useState('');
  const [card, setCard] = React.useState<CardJson>();
  const [searching, setSearching] = React.useState(false);
  const form = React.useRef<HTMLFormElement>(null);
  const focusOn = (name: string): void => form.current?.querySelector<HTMLElement>(`[data-part="${name}"]`)?.focus();
  const close = (): void => {
    setSearching(false);
    focusOn('search');
  };
  const say = (event: React.FormEvent): void => {
    event.preventDefault();
    const said = text.trim();
    if (said === '' && !card) return;
    setText('');
    setCard(undefined);
    void attempt(card ? localApi.sendCard(person, card, said) : localApi.say(person, said));
  };
  const paste = (event: React.ClipboardEvent): void => {
    const url = linkIn(event.clipboardData.getData('text/plain'), domain);
    if (url === undefined) return;
    void attempt(localApi.unfold(person, url).then((answer) => setCard((before) => foundIn(answer).items[0]?.card ?? before)));
  };
  return (
    <div className="compose-area">
      {searching && command && (
        <SearchPanel
          person={person}
          command={command}
          onClose={close}
          onChoose={(item) => {
            setCard(item.card);
            setSearching(false);
            focusOn('send');
          }}
        />
      )}
      {card && <CardAttachment card={card} theme={theme} onRemove={() => setCard(undefined)} />}
      <form ref={form} className="compose" onSubmit={say}>
        {command && (
          <Button data-part="search" disabled={!installed} aria-expanded={searching} onClick={() => setSearching((before) => !before)}>
            {command.title}
          </Button>
        )}
        <Input
          className="grow"
          aria-label="Message to the bot"
          placeholder="Write to the bot"
          value={text}
          disabled={!installed}
          onPaste={paste}
          onChange={(_, { value }) => setText(value)}
        />
        <Button data-part="send" type="submit" appearance="primary" disabled={!installed}>
          Send
        </Button>
      </form>
    </div>
  );
};
