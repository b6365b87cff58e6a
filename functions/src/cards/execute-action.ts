import type { ActionData, ActionExecute } from './adaptive-card.ts';

/** A button that asks the bot. Older clients submit instead, and are answered the same. */
export const executeAction = (title: string, verb: string, data: ActionData, style?: ActionExecute['style']): ActionExecute => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  ...(style === undefined ? {} : { style }),
  fallback: { type: 'Action.Submit', title, data: { ...data, verb } },
});
