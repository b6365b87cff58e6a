/** What a test reads of a rendered card. */
export interface CardContent {
  readonly body: readonly { readonly type: string; readonly text?: string }[];
  readonly actions?: readonly {
    readonly type: string;
    readonly title: string;
    readonly verb?: string;
    readonly data?: Record<string, unknown>;
    readonly url?: string;
  }[];
}

export const cardOf = (activity: { readonly attachments?: readonly { readonly content: unknown }[] }): CardContent | undefined =>
  activity.attachments?.[0]?.content as CardContent | undefined;

/** All words of a card, with Markdown's escapes taken off. */
export const wordsOf = (card: CardContent): string =>
  card.body.map((element) => (element.text ?? '').replaceAll(/\\(.)/g, '$1')).join('\n');

/** The action of this title. Throws with the titles that there are. */
export const actionOf = (card: CardContent, title: string | RegExp): { readonly verb: string; readonly data: Record<string, unknown> } => {
  const found = (card.actions ?? []).find((action) => (typeof title === 'string' ? action.title === title : title.test(action.title)));
  if (!found?.verb || !found.data) throw new Error(`No action ${title}: ${(card.actions ?? []).map((action) => action.title).join(', ')}`);
  return { verb: found.verb, data: found.data };
};
