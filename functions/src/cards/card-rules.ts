import type { AdaptiveCard, CardElement } from './adaptive-card.ts';

const maxBytes = 25_000;
const reservedInData = ['key', 'msteams', 'msTeams'];

/** What is wrong with a card, in sentences; empty when Teams can show it on every client (ux rows U55-U62). */
export const cardFaults = (card: AdaptiveCard): readonly string[] => {
  const faults: string[] = [];
  if (card.version !== '1.5') faults.push('The schema version is not 1.5.');
  if (card.fallbackText.trim() === '') faults.push('There is no fallbackText.');
  const actions = card.actions ?? [];
  if (actions.length > 3) faults.push(`There are ${actions.length} primary actions; three is the most.`);
  for (const action of actions) {
    if (action.title.trim() === '') faults.push('An action has no title.');
    if (action.type === 'Action.Execute')
      for (const name of reservedInData)
        if (name in action.data) faults.push(`${action.title} sends "${name}", which Microsoft's renderer keeps for itself.`);
    if (action.type === 'Action.OpenUrl' && !action.url.startsWith('https://') && !action.url.startsWith('http://localhost'))
      faults.push(`${action.title} opens ${action.url}, which is not https.`);
  }
  for (const element of elements(card.body)) faults.push(...elementFaults(element));
  const bytes = JSON.stringify(card).length * 2;
  if (bytes > maxBytes) faults.push(`The card has ${bytes} bytes in UTF-16; ${maxBytes} is the most.`);
  return faults;
};

const elements = (body: readonly CardElement[]): readonly CardElement[] =>
  body.flatMap((element) => (element.type === 'Container' ? [element, ...elements(element.items)] : [element]));

const elementFaults = (element: CardElement): readonly string[] => {
  if (element.type === 'TextBlock') return element.text.trim() === '' ? ['A text block is empty.'] : [];
  if (element.type === 'Input.Text') return element.label.trim() === '' ? [`Input ${element.id} has no label.`] : [];
  return [];
};
