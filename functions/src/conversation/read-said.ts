import type { BotCommand } from '@ap/shared/contract/teams-commands';

/** What somebody wants who wrote to the bot. */
export type Said = BotCommand | 'greeting' | 'something-else';

const meanings: readonly (readonly [Said, RegExp])[] = [
  ['help', /^(help|\?|commands|what can you do)$/],
  ['waiting for me', /^(waiting|waiting for me|what is waiting( for me)?|approvals)$/],
  ['my requests', /^(my )?(requests?|drafts?)$/],
  ['greeting', /^(hi|hello|hey|hiya|good (morning|afternoon|evening))( there)?$/],
];

/** Reads a message in any case, with or without the bot's name before it and marks after it. */
export const readSaid = (text: string): Said => {
  const tidy = text
    .replace(/<at>.*?<\/at>/gi, ' ')
    .replace(/&nbsp;|\s+/g, ' ')
    .trim()
    .replace(/(?<=.)[.!?…]+$/, '')
    .trim()
    .toLowerCase();
  return meanings.find(([, words]) => words.test(tidy))?.[0] ?? 'something-else';
};
