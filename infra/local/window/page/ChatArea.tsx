import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import * as React from 'react';
import type { LocalPerson } from '../people.ts';
import type { SearchCommand } from '../window-options.ts';
import { CardView } from './CardView.tsx';
import { ComposeBox } from './ComposeBox.tsx';
import { type ChatMessage, cardsOf } from './chat-message.ts';
import { DialogFrame } from './DialogFrame.tsx';
import { type DialogFace, faceOf } from './dialog-face.ts';
import { type Conversation, localApi } from './local-api.ts';
import type { TeamsTheme } from './teams-context.ts';
import { themes } from './themes.ts';

export interface ChatAreaProps {
  readonly person: LocalPerson;
  readonly conversations: readonly Conversation[] | undefined;
  readonly failure: Error | undefined;
  readonly theme: TeamsTheme;
  readonly searchCommand: SearchCommand | undefined;
  /** The tab's own site: links to its pages are unfolded. */
  readonly tabOrigin: string;
  readonly onOpen: (url: string) => void;
  readonly onChanged: () => void;
}

const timeOf = (at: string): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/London' });

/** The person's conversation with the bot. Without the app the bot cannot write to them: that is said, and can be changed. */
export const ChatArea = (props: ChatAreaProps): React.ReactElement => {
  const { person, conversations, failure, theme, onOpen, onChanged } = props;
  const [dialog, setDialog] = React.useState<DialogFace>();
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
          theme={themes[theme]}
          onOpen={onOpen}
          onDialog={async (data) => setDialog(faceOf(await localApi.openDialog(id, data, theme)))}
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
      <ComposeBox
        person={id}
        installed={person.teamsAppInstalled}
        theme={themes[theme]}
        command={props.searchCommand}
        domain={props.tabOrigin}
        attempt={attempt}
      />
      {dialog && <DialogFrame person={person} theme={theme} face={dialog} onOpen={onOpen} onClose={() => setDialog(undefined)} />}
    </div>
  );
};
