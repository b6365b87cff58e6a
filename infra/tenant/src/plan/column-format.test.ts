import { formatted } from '@ap/local/window/page/format-expression';
import { choice, day, text } from '@ap/shared/lists/column';
import { defineList } from '@ap/shared/lists/list';
import { register } from '@ap/shared/lists/register';
import { formattersOf } from './column-format.ts';

const list = defineList({
  title: 'L',
  description: 'd',
  handEdited: true,
  columns: {
    Title: text({ label: 'T', holds: 'none', required: true }),
    Status: choice(['open', 'closed', 'held'], { label: 'Status', holds: 'none', tones: { open: 'good', held: 'stopped' } }),
    Kind: choice(['a', 'b'], { label: 'Kind', holds: 'none' }),
    EndsOn: day({ label: 'Ends', holds: 'none', pastWord: 'Ended' }),
    StartsOn: day({ label: 'Starts', holds: 'none' }),
    Note: text({ label: 'Note', holds: 'none', tone: 'attention' }),
  },
  views: [],
});

describe('column formatting', () => {
  it('is made for the columns whose schema asks for colour, and no others', () => {
    expect(Object.keys(formattersOf(list))).toEqual(['Status', 'EndsOn', 'Note']);
  });

  it('shows a word on its colour, a word without one plain, and always the word', () => {
    const format = JSON.parse(formattersOf(list).Status ?? '');
    expect(format).toMatchObject({ elmType: 'div', txtContent: '@currentField' });
    expect(format.attributes.class).toBe(
      "=if(@currentField == '', '', if(@currentField == 'open', 'sp-field-severity--good', if(@currentField == 'closed', 'sp-field-severity--low', " +
        "if(@currentField == 'held', 'sp-field-severity--blocked', 'sp-field-severity--low'))) + ' ms-fontColor-neutralPrimary')",
    );
  });

  it('shows a day, and behind one that has passed in red what is over', () => {
    const format = JSON.parse(formattersOf(list).EndsOn ?? '');
    const past = 'Number(@currentField) != 0 && @currentField < @now && toDateString(@currentField) != toDateString(@now)';
    expect(format.attributes.class).toBe(`=if(${past}, 'sp-field-severity--blocked ms-fontColor-neutralPrimary', '')`);
    expect(format.children.map(({ txtContent }: { txtContent: string }) => txtContent)).toEqual([
      '@currentField.displayValue',
      `=if(${past}, 'Ended', '')`,
    ]);
  });

  it('shows a text on its colour, on as many lines as it has, and an empty one not at all', () => {
    const { attributes, style, txtContent } = JSON.parse(formattersOf(list).Note ?? '');
    expect(attributes.class).toBe("=if(@currentField == '', '', 'sp-field-severity--severeWarning ms-fontColor-neutralPrimary')");
    expect([style['white-space'], txtContent]).toEqual(['pre-wrap', '@currentField']);
  });

  it('holds nothing that the stand-in window cannot show', () => {
    const texts = (part: unknown): string[] => {
      if (typeof part === 'string') return [part];
      return typeof part === 'object' && part !== null ? Object.values(part).flatMap(texts) : [];
    };
    const subject = { value: 'x', shown: 'x', now: new Date('2026-11-26T15:00:00Z') };
    for (const each of register)
      for (const format of Object.values(formattersOf(each)))
        for (const text of texts(JSON.parse(format))) expect(() => formatted(text, subject)).not.toThrow();
  });
});
