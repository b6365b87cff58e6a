import {
  type Action,
  AdaptiveCard,
  ExecuteAction,
  HostConfig,
  type IMarkdownProcessingResult,
  OpenUrlAction,
  SerializationContext,
  SubmitAction,
  Version,
} from 'adaptivecards';
import MarkdownIt from 'markdown-it';
import type { CardJson } from './chat-message.ts';

// Teams shows emphasis, lists and links in a card, and no headings, images, code or tables.
const markdown = new MarkdownIt({ html: false, linkify: false }).disable([
  'heading',
  'lheading',
  'image',
  'code',
  'fence',
  'table',
  'hr',
  'blockquote',
]);

AdaptiveCard.onProcessMarkdown = (text: string, result: IMarkdownProcessingResult): void => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

export type CardClick =
  | { readonly type: 'Action.Execute' | 'Action.Submit'; readonly verb: string; readonly data: unknown }
  | { readonly type: 'Action.OpenUrl'; readonly url: string };

export interface RenderedCard {
  readonly element: HTMLElement;
  /** What the renderer found wrong with the card, in its own words. */
  readonly problems: readonly string[];
  /** The verb and data of the card's own refresh, when it has one. */
  readonly refresh: { readonly verb: string; readonly data: unknown } | undefined;
}

/** The newest schema that Teams shows. The renderer does not refuse a newer one, so this does. */
const newest = new Version(1, 5);

const clickOf = (action: Action): CardClick | undefined => {
  if (action instanceof OpenUrlAction) return { type: 'Action.OpenUrl', url: action.url ?? '' };
  if (action instanceof ExecuteAction) return { type: 'Action.Execute', verb: action.verb ?? '', data: action.data ?? {} };
  if (action instanceof SubmitAction) return { type: 'Action.Submit', verb: '', data: action.data ?? {} };
  return undefined;
};

/** Renders a card with the inputs' values merged into each click's data. Throws when nothing can be shown of it. */
export const renderCard = (json: CardJson, hostConfig: object, onClick: (click: CardClick) => void): RenderedCard => {
  const asked = Version.parse(String(json.version ?? ''), new SerializationContext());
  if (!asked || asked.compareTo(newest) > 0)
    throw new Error(`The card asks for schema ${String(json.version)}; Teams shows up to ${newest.toString()}.`);
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig);
  card.onExecuteAction = (action) => {
    const click = clickOf(action);
    if (click) onClick(click);
  };
  card.onAnchorClicked = (_element, anchor) => {
    onClick({ type: 'Action.OpenUrl', url: anchor.href });
    return true;
  };
  const context = new SerializationContext(newest);
  card.parse(json, context);
  const element = card.render();
  if (!element) throw new Error('The card has nothing to show.');
  const problems = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const { action } = card.refresh ?? {};
  return { element, problems, refresh: action && { verb: action.verb ?? '', data: action.data ?? {} } };
};
