import type { Columns, ListDefinition } from '@ap/shared/lists/list';

const severities = {
  good: [
    'live',
    'open',
    'active',
    'approved',
    'offered',
    'passed',
    'ordered',
    'accepted',
    'answered',
    'submitted',
    'recommended',
    'recorded',
    'countersigned',
    'in-force',
    'fixed',
  ],
  warning: [
    'coming',
    'pending',
    'standstill',
    'prospective',
    'awarded',
    'paused',
    'draft',
    'scheduled',
    'evidence-requested',
    'received',
    'due',
    'asked',
    'awaiting-approval',
    'awaiting-provider',
    'returned',
    'message-delayed',
    'published',
    'in-evaluation',
    'moderated',
    'assigned',
    'cleared',
    'proposed',
    'agreement-sent',
    'signed',
    'in-review',
  ],
  severeWarning: ['action-required', 'declined', 'message-not-sent'],
  blocked: ['suspended', 'removed', 'failed', 'lapsed', 'rejected', 'cancelled', 'order-not-sent', 'conflicted', 'set-aside'],
} as const;

const classOf = (word: string): string => {
  const found = Object.entries(severities).find(([, words]) => (words as readonly string[]).includes(word));
  return found ? `sp-field-severity--${found[0]}` : 'sp-field-severity--low';
};

/** `=if(@currentField == 'a', 'class', if(...))`: one expression, the last resort plain. */
const classExpression = (words: readonly string[]): string =>
  `=${words.reduceRight((rest, word) => `if(@currentField == '${word}', '${classOf(word)}', ${rest})`, "'sp-field-severity--low'")}`;

/** Columns whose words say how something stands: shown in colour, with the word always there for those who see none. */
const statusColumns: readonly string[] = ['Status', 'OrderState', 'NeedsAttention', 'Outcome'];

/** Column formatting (JSON text) for the status columns of a list, by internal name. */
export const formattersOf = (list: ListDefinition): Readonly<Record<string, string>> => {
  const entries = Object.entries(list.columns as Columns).filter(([name, { kind }]) => statusColumns.includes(name) && kind === 'choice');
  return Object.fromEntries(
    entries.map(([name, column]) => {
      const { choices } = column.facet.choice as { readonly choices: readonly string[] };
      const format = {
        $schema: 'https://developer.microsoft.com/json-schemas/sp/v2/column-formatting.schema.json',
        elmType: 'div',
        attributes: { class: `${classExpression(choices)} + ' ms-fontColor-neutralPrimary'` },
        style: { padding: '2px 8px', 'border-radius': '4px' },
        txtContent: '@currentField',
      };
      return [name, JSON.stringify(format)];
    }),
  );
};

/** Whether two formats say the same, whatever their spaces. An unreadable one differs. */
export const sameFormat = (present: string | undefined, wanted: string): boolean => {
  if (!present) return false;
  try {
    return JSON.stringify(JSON.parse(present)) === wanted;
  } catch {
    return false;
  }
};
