import type { Place } from '@ap/shared/contract/place';
import type { AdaptiveCard } from './adaptive-card.ts';
import { line, plain } from './card-text.ts';
import { newCard } from './new-card.ts';

/** What the bot says to a greeting, a question or on installation: what it is for and where to go. */
export const helpCard =
  (link: (place: Place) => string) =>
  (greeting: string): AdaptiveCard =>
    newCard({
      title: greeting,
      otherwise: 'Open the AP Framework app to search the directory and see your requests.',
      body: [
        line(plain(greeting), { size: 'Medium', weight: 'Bolder', style: 'heading' }),
        line('I bring requests for alternative provision to those who approve them, and tell those who asked what was decided.'),
        line('Search the directory, raise a request and see what waits for you in the app.'),
      ],
      actions: [
        { type: 'Action.OpenUrl', title: 'Search the directory', url: link({ at: 'directory', search: '' }) },
        { type: 'Action.OpenUrl', title: 'Waiting for me', url: link({ at: 'waiting' }) },
      ],
    });
