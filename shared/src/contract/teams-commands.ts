/**
 * What people can ask of the bot and of the message extension. The manifest declares these words, Teams offers them to people, and the
 * bot answers them: a word that stands in one place only would be a dead end.
 */

/** The search of the message extension, by the id that Teams sends back, and what may be typed, by the names that Teams sends back. */
export const findProvisionCommand = {
  id: 'findProvision',
  title: 'Find provision',
  description: 'Search quality-assured alternative provision and share a service',
  parameters: [
    {
      name: 'text',
      title: 'What you need',
      description: 'A need, a subject, a provider or a place, such as SEMH mentoring or maths DT1',
    },
    { name: 'lot', title: 'Lot', description: 'The name of a lot of the framework, or a part of it, such as tuition' },
    { name: 'near', title: 'Near', description: 'The first half of a postcode, such as DT1. The rest of it is not used' },
  ],
} as const;

export type FindProvisionParameter = (typeof findProvisionCommand.parameters)[number]['name'];

/** What a person may write to the bot. Teams shows the description beside each. Matched in any case. */
export const botCommands = [
  { title: 'help', description: 'What this app does, and how to begin' },
  { title: 'waiting for me', description: 'The requests that wait for your decision' },
  { title: 'my requests', description: 'The requests that you raised, and how each stands' },
] as const;

export type BotCommand = (typeof botCommands)[number]['title'];
