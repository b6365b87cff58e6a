/**
 * What people can ask of the bot and of the message extension. The manifest declares these words, Teams offers them to people, and the
 * bot answers them: a word that stands in one place only would be a dead end.
 */

/** The search of the message extension, by the id that Teams sends back, and the name of its one parameter. */
export const findProvisionCommand = { id: 'findProvision', parameter: 'text' } as const;

/** What a person may write to the bot. Teams shows the description beside each. Matched in any case. */
export const botCommands = [
  { title: 'help', description: 'What this app does, and how to begin' },
  { title: 'waiting for me', description: 'The requests that wait for your decision' },
  { title: 'my requests', description: 'The requests that you raised, and how each stands' },
] as const;

export type BotCommand = (typeof botCommands)[number]['title'];
