import { Button, Input, MessageBar, MessageBarBody, type Theme } from '@fluentui/react-components';
import * as React from 'react';
import type { LocalPerson } from '../people.ts';
import { CardView } from './CardView.tsx';
import { type ChatMessage, cardsOf } from './chat-message.ts';
import { type Conversation, localApi } from './local-api.ts';

export interface ChatAreaProps {
  readonly person: LocalPerson;
  readonly conversations: readonly Conversation[] | undefined;
  readonly failure: Error | undefined;
  readonly theme: Theme;
  readonly onOpen: (url: string) => void;
  readonly onChanged: () => void;
}

const timeOf = (at: string): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/London' });

/** The person's conversation with the bot. Without the app the bot cannot write to them: that is said, and can be changed. */
export const ChatArea = ({ person, conversations, failure, theme, onOpen, onChanged }: ChatAreaProps): React.ReactElement => {
  const [text, setText] = React.useState('');
  const [refused, setRefused] = React.useState<string>();
  const end = React.useRef<HTMLDivElement>(null);
  const id = { tenantId: person.tenantId, userId: person.id };
  const messages = (conversations ?? []).flatMap(({ conversationId, messages }) =>
    messages.map((message) => ({ conversationId, message })),
  );
  const { length } = messages;
  React.useEffect(() => {
    if (length > 0) end.current?.scrollIntoView({ block: 'end' });
  }, [length]);

  const attempt = async (what: Promise<unknown>): Promise<void> => {
    try {
      await what;
      setRefused(undefined);
      onChanged();
    } catch (problem) {
      setRefused((problem as Error).message);
    }
  };
  const say = (event: React.FormEvent): void => {
    event.preventDefault();
    const said = text.trim();
    if (said === '') return;
    setText('');
    void attempt(localApi.say(id, said));
  };

  const bubble = (conversationId: string, message: ChatMessage): React.ReactElement => (
    <li key={message.id} className={`message from-${message.from}`}>
      <p className="message-head">
        <b>{message.from === 'bot' ? 'The bot' : person.displayName}</b> <time dateTime={message.at}>{timeOf(message.at)}</time>
      </p>
      {message.activity.text && <p className="bubble">{message.activity.text}</p>}
      {cardsOf(message).map((card, index) => (
        <CardView
          // biome-ignore lint/suspicious/noArrayIndexKey: the cards of one message have no id and never change places
          key={`${message.id}-${index}`}
          card={card}
          theme={theme}
          onOpen={onOpen}
          onInvoke={async (click) => {
            const answer = await localApi.invoke(id, { conversationId, activityId: message.id, ...click });
            onChanged();
            return answer;
          }}
        />
      ))}
    </li>
  );

  return (
    <div className="chat">
      <div className="bar">
        <span>{person.teamsAppInstalled ? 'The app is installed for this person.' : 'The app is not installed for this person.'}</span>
        <Button size="small" onClick={() => void attempt(localApi.install(id, !person.teamsAppInstalled))}>
          {person.teamsAppInstalled ? 'Remove the app' : 'Install the app'}
        </Button>
      </div>
      {(failure || refused) && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{refused ?? failure?.message}</MessageBarBody>
        </MessageBar>
      )}
      <div className="messages">
        {conversations && length === 0 && (
          <p className="quiet">
            {person.teamsAppInstalled ? 'No messages yet.' : 'Without the app the bot cannot reach this person; mail still does.'}
          </p>
        )}
        <ol aria-label="Messages">{messages.map(({ conversationId, message }) => bubble(conversationId, message))}</ol>
        <div ref={end} />
      </div>
      <form className="compose" onSubmit={say}>
        <Input
          className="grow"
          aria-label="Message to the bot"
          placeholder="Write to the bot"
          value={text}
          disabled={!person.teamsAppInstalled}
          onChange={(_, { value }) => setText(value)}
        />
        <Button type="submit" appearance="primary" disabled={!person.teamsAppInstalled}>
          Send
        </Button>
      </form>
    </div>
  );
};
