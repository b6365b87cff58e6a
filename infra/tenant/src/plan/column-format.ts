import type { Column, ColumnOptions, Tone } from '@ap/shared/lists/column';
import type { Columns, ListDefinition } from '@ap/shared/lists/list';

/** SharePoint's own classes, which keep enough contrast in every theme. */
const severities: Readonly<Record<Tone, string>> = {
  good: 'good',
  waiting: 'warning',
  attention: 'severeWarning',
  stopped: 'blocked',
};

const classOf = (tone: Tone | undefined): string => `sp-field-severity--${tone === undefined ? 'low' : severities[tone]}`;

const format = (body: object): string =>
  JSON.stringify({
    $schema: 'https://developer.microsoft.com/json-schemas/sp/v2/column-formatting.schema.json',
    elmType: 'div',
    style: { padding: '2px 8px', 'border-radius': '4px' },
    ...body,
  });

const ink = ' ms-fontColor-neutralPrimary';

/** The word on a colour. An empty cell stays empty: `if(a, x, if(b, y, ...))`, the last resort plain. */
const pill = (tones: NonNullable<ColumnOptions['tones']>, words: readonly string[]): string => {
  const byWord = words.reduceRight(
    (rest, word) => `if(@currentField == '${word}', '${classOf(tones[word])}', ${rest})`,
    `'${classOf(undefined)}'`,
  );
  return format({
    attributes: { class: `=if(@currentField == '', '', ${byWord} + '${ink}')` },
    txtContent: '@currentField',
  });
};

/** An empty day counts as 0, and a day is over when another has begun where the reader sits. */
const isPast = 'Number(@currentField) != 0 && @currentField < @now && toDateString(@currentField) != toDateString(@now)';

/** The day, and once it has passed in red with the word for it. */
const endingDay = (pastWord: string): string =>
  format({
    attributes: { class: `=if(${isPast}, '${classOf('stopped')}${ink}', '')` },
    children: [
      { elmType: 'span', txtContent: '@currentField.displayValue' },
      { elmType: 'span', style: { 'font-weight': '600', 'margin-left': '6px' }, txtContent: `=if(${isPast}, '${pastWord}', '')` },
    ],
  });

/** A text on its colour, on as many lines as it has; an empty cell stays empty. */
const toned = (tone: Tone): string =>
  format({
    style: { padding: '2px 8px', 'border-radius': '4px', 'white-space': 'pre-wrap' },
    attributes: { class: `=if(@currentField == '', '', '${classOf(tone)}${ink}')` },
    txtContent: '@currentField',
  });

const formatterOf = ({ options, facet }: Column<unknown>): string | undefined => {
  if (options.tones) return pill(options.tones, (facet.choice as { readonly choices: readonly string[] }).choices);
  if (options.tone) return toned(options.tone);
  return options.pastWord === undefined ? undefined : endingDay(options.pastWord);
};

/** Column formatting (JSON text) by internal name, for the columns of a list whose schema asks for colour. */
export const formattersOf = (list: ListDefinition): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(list.columns as Columns).flatMap(([name, column]) => {
      const formatter = formatterOf(column);
      return formatter === undefined ? [] : [[name, formatter]];
    }),
  );

/** Whether two formats say the same, whatever their spaces. An unreadable one differs. */
export const sameFormat = (present: string | undefined, wanted: string): boolean => {
  if (!present) return false;
  try {
    return JSON.stringify(JSON.parse(present)) === wanted;
  } catch {
    return false;
  }
};
