import type { AdaptiveCard } from './adaptive-card.ts';

const maxBytes = 25_000;
const mostActions = 3;
const mostActionsInAll = 6;
/** Microsoft's renderer keeps these names of a click's data for itself. */
const reservedInData = ['key', 'msteams', 'msTeams'];

type Element = Readonly<Record<string, unknown>>;

/** What is wrong with a card, in sentences; empty when Teams can show it on every client (ux rows U55-U62). */
export const cardFaults = (card: AdaptiveCard): readonly string[] => {
  const faults: string[] = [];
  if (!['1.3', '1.5'].includes(card.version)) faults.push('The schema version is neither 1.5 nor, for an unfolded link, 1.3.');
  if (card.fallbackText.trim() === '') faults.push('There is no fallbackText.');
  if (card.speak.trim() === '') faults.push('There is nothing to speak.');
  const actions = card.actions ?? [];
  if (actions.length > mostActions) faults.push(`There are ${actions.length} primary actions; three is the most.`);
  const elements = elementsIn(card.body);
  const within = elements.filter(({ type }) => String(type).startsWith('Action.'));
  if (actions.length + within.length > mostActionsInAll)
    faults.push(`There are ${actions.length + within.length} actions in all; six is the most.`);
  faults.push(
    ...[...actions.map((action): Element => ({ ...action })), ...within].flatMap(actionFaults),
    ...elements.flatMap(elementFaults),
  );
  const bytes = JSON.stringify(card).length * 2;
  if (bytes > maxBytes) faults.push(`The card has ${bytes} bytes in UTF-16; ${maxBytes} is the most.`);
  return faults;
};

const actionFaults = ({ type, title, url, data }: Element): readonly string[] => [
  ...(empty(title) ? ['An action has no title.'] : []),
  ...reservedInData
    .filter((name) => type === 'Action.Execute' && typeof data === 'object' && data !== null && name in data)
    .map((name) => `${String(title)} sends "${name}", which Microsoft's renderer keeps for itself.`),
  ...(type === 'Action.OpenUrl' && !/^(https:\/\/|http:\/\/localhost\b)/.test(String(url))
    ? [`${String(title)} opens ${String(url)}, which is not https.`]
    : []),
];

/** Every element of a body, however deep, but for fallbacks: also of kinds that our types do not know, for those are what a rule is there to catch. */
const elementsIn = (node: unknown): readonly Element[] => {
  if (Array.isArray(node)) return node.flatMap(elementsIn);
  if (typeof node !== 'object' || node === null) return [];
  const element = node as Element;
  const below = Object.entries(element).flatMap(([name, value]) => (name === 'fallback' ? [] : elementsIn(value)));
  return typeof element.type === 'string' ? [element, ...below] : below;
};

const empty = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';

const elementFaults = (element: Element): readonly string[] => {
  const kind = String(element.type);
  if (kind === 'TextBlock') return textFaults(element);
  if (kind.startsWith('Input.')) return inputFaults(element);
  if (kind === 'Image') return empty(element.altText) ? ['An image has no altText.'] : [];
  if (kind === 'ColumnSet') return columnFaults(element);
  return kind === 'Table' ? ['A table is read without its headings on a phone.'] : [];
};

const textFaults = ({ text, wrap }: Element): readonly string[] => [
  ...(empty(text) ? ['A text block is empty.'] : []),
  ...(wrap === true ? [] : [`'${String(text)}' does not wrap.`]),
  ...(/(?<!\\)\[[^\]]*\]\(/.test(String(text)) ? ['A text holds a link, which opens outside Teams.'] : []),
];

const inputFaults = ({ id, label, isRequired, errorMessage }: Element): readonly string[] => [
  ...(empty(label) ? [`Input ${String(id)} has no label.`] : []),
  ...(isRequired === true && empty(errorMessage) ? [`Input ${String(id)} is required and does not say what to enter.`] : []),
];

const columnFaults = ({ columns }: Element): readonly string[] =>
  Array.isArray(columns) && columns.length > 0 && columns.every((column: Element) => (column.width ?? 'auto') === 'auto')
    ? ['A set of columns has no column that stretches.']
    : [];
