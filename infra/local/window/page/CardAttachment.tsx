import { Button, type Theme } from '@fluentui/react-components';
import * as React from 'react';
import { cardHostConfig } from './card-host-config.ts';
import type { CardJson } from './chat-message.ts';
import { renderCard } from './render-card.ts';

const nothing = (): void => undefined;

/** A card in the compose box, before it is sent: to look at, not to press. */
export const CardAttachment = (props: { card: CardJson; theme: Theme; onRemove: () => void }): React.ReactElement => {
  const { card, theme, onRemove } = props;
  const place = React.useRef<HTMLDivElement>(null);
  React.useLayoutEffect(() => {
    if (!place.current) return;
    place.current.replaceChildren(renderCard(card, cardHostConfig(theme), nothing).element);
    place.current.inert = true;
  }, [card, theme]);
  return (
    <section className="attachment" aria-label="Card to send">
      <div className="card" ref={place} />
      <Button size="small" onClick={onRemove}>
        Remove the card
      </Button>
    </section>
  );
};
