import type { Theme } from '@fluentui/react-components';
import * as React from 'react';
import { cardHostConfig } from './card-host-config.ts';
import { type CardJson, type InvokeAnswer, invokeResult } from './chat-message.ts';
import { type CardClick, renderCard } from './render-card.ts';

export interface CardViewProps {
  readonly card: CardJson;
  readonly theme: Theme;
  readonly onInvoke: (click: { type: 'Action.Execute' | 'Action.Submit'; verb: string; data: unknown }) => Promise<InvokeAnswer>;
  readonly onOpen: (url: string) => void;
  /** A button asks the bot for a dialog. Rejects with what the bot or the window says. */
  readonly onDialog: (data: unknown) => Promise<void>;
}

/** Whether a click asks for a dialog, as Teams tells by the data of an Action.Submit. */
const asksForDialog = ({ type, data }: { type: string; data: unknown }): boolean =>
  type === 'Action.Submit' && (data as { msteams?: { type?: string } } | undefined)?.msteams?.type === 'task/fetch';

const rendered = (card: string, theme: Theme, onClick: (click: CardClick) => void) => {
  try {
    return renderCard(JSON.parse(card) as CardJson, cardHostConfig(theme), onClick);
  } catch (failure) {
    return { element: undefined, problems: [(failure as Error).message], refresh: undefined };
  }
};

/**
 * One card of the conversation. A click sends the inputs to the bot; while it is on its way the card takes no second one. A card
 * in the answer takes the old one's place at once, any other answer is shown below it.
 */
export const CardView = ({ card, theme, onInvoke, onOpen, onDialog }: CardViewProps): React.ReactElement => {
  const [answered, setAnswered] = React.useState<{ to: string; card: string }>();
  const [busy, setBusy] = React.useState(false);
  const [note, setNote] = React.useState<{ text: string; refused: boolean }>();
  const place = React.useRef<HTMLDivElement>(null);
  // Compared as text: polling brings the same card anew, and rendering it again would lose what was typed into it.
  const text = JSON.stringify(card);
  const shown = answered?.to === text ? answered.card : text;

  const click = async (clicked: CardClick): Promise<void> => {
    if (clicked.type === 'Action.OpenUrl') return onOpen(clicked.url);
    setBusy(true);
    setNote(undefined);
    try {
      if (asksForDialog(clicked)) await onDialog(clicked.data);
      else {
        const result = invokeResult(await onInvoke(clicked));
        if (result.kind === 'card') setAnswered({ to: text, card: JSON.stringify(result.card) });
        if (result.kind === 'message') setNote(result);
      }
    } catch (failure) {
      setNote({ text: (failure as Error).message, refused: true });
    }
    setBusy(false);
  };
  const latestClick = React.useRef(click);
  latestClick.current = click;

  const view = React.useMemo(() => rendered(shown, theme, (clicked) => void latestClick.current(clicked)), [shown, theme]);
  React.useLayoutEffect(() => {
    place.current?.replaceChildren(...(view.element ? [view.element] : []));
  }, [view]);
  React.useLayoutEffect(() => {
    if (place.current) place.current.inert = busy;
  }, [busy]);

  const { refresh } = view;
  return (
    <div className="card" aria-busy={busy}>
      <div ref={place} />
      {view.problems.length > 0 && (
        <details className="card-problems" open={!view.element}>
          <summary>Teams may not show this card as meant</summary>
          <ul>
            {view.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="card-foot">
        {busy && <span role="status">Sending…</span>}
        {note && <span role={note.refused ? 'alert' : 'status'}>{note.text}</span>}
        {refresh && (
          <button type="button" className="plain" disabled={busy} onClick={() => void click({ type: 'Action.Execute', ...refresh })}>
            Refresh card
          </button>
        )}
      </div>
    </div>
  );
};
