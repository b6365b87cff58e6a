import { botCommands } from '@ap/shared/contract/teams-commands';
import type { AdaptiveCard, CardAction, CardElement } from '../cards/adaptive-card.ts';
import { fact, line, plain } from '../cards/card-text.ts';
import { newCard } from '../cards/new-card.ts';

/** Pages of the app that the bot leads to. */
export interface TalkLinks {
  readonly directory: string;
  readonly waiting: string;
  readonly access: string;
}

const otherwise = 'Open the AP Framework app to search the directory and see your requests.';
const heading = (text: string): CardElement => line(plain(text), { size: 'Medium', weight: 'Bolder', style: 'heading' });
const open = (title: string, url: string): CardAction => ({ type: 'Action.OpenUrl', title, url });

const commands = (): readonly CardElement[] => botCommands.map(({ title, description }) => fact(title, description));
const limits = line(
  'Do not include any information that would allow anyone to identify pupils, such as names or specific characteristics.',
  {
    isSubtle: true,
  },
);
const search = line('In any chat, Find provision in the box where you write searches the directory and shares a service.');

/** For somebody the register does not know: what they lack, and where they get it. */
const stranger: readonly CardElement[] = [
  line('I do not know you yet. Ask your school or department for access: its contact can add you.', { weight: 'Bolder' }),
];

const ways = (links: TalkLinks, known: boolean): readonly CardAction[] =>
  known
    ? [open('Search the directory', links.directory), open('Waiting for me', links.waiting)]
    : [open('Ask for access', links.access), open('Search the directory', links.directory)];

/** Once, on installation: what the app is worth, how to begin, what can be written, and what it does not do. */
export const welcomeCard = (links: TalkLinks, known: boolean): AdaptiveCard =>
  newCard({
    title: 'Welcome to the AP Framework',
    otherwise,
    body: [
      heading('Welcome to the AP Framework'),
      ...(known ? [] : stranger),
      line(
        'Schools find quality-assured alternative provision here, ask for it, and see how each request stands. I bring requests to those who approve them, and tell those who asked what was decided.',
      ),
      line('To begin, search the directory in the app.'),
      search,
      line('You can write to me:'),
      ...commands(),
      line('I work in this chat only, and I understand no more than that.'),
      limits,
    ],
    actions: ways(links, known),
  });

/** What can be written and where to go: to a greeting, to a question, and to what was not understood. */
export const helpCard = (title: string, links: TalkLinks, known: boolean): AdaptiveCard =>
  newCard({
    title,
    otherwise,
    body: [heading(title), ...(known ? [] : stranger), line('You can write to me:'), ...commands(), search, limits],
    actions: ways(links, known),
  });

/** To a command that needs somebody the register knows. */
export const strangerCard = (links: TalkLinks): AdaptiveCard =>
  newCard({
    title: 'I do not know you yet',
    otherwise: 'Open the AP Framework app and choose Access to ask your school or department to add you.',
    body: [
      heading('I do not know you yet'),
      line(
        'You can search the directory in the app. To raise or approve requests, ask your school or department for access: its contact can add you.',
      ),
    ],
    actions: ways(links, false),
  });

/** In a channel or a group chat: the bot says that it works elsewhere, and shows nothing of anybody. */
export const elsewhereCard = (links: TalkLinks, addedBy: string | undefined): AdaptiveCard =>
  newCard({
    title: 'AP Framework works in personal chat only',
    otherwise: 'Open the AP Framework app for yourself.',
    body: [
      heading('AP Framework works in personal chat only'),
      ...(addedBy === undefined ? [] : [line(`Added here by ${plain(addedBy)}.`)]),
      line(
        'Requests are not for everybody to read, so I do not answer here. Add the app for yourself and write to me there. Here you can search with Find provision in the box where you write.',
      ),
    ],
    actions: [open('Search the directory', links.directory)],
  });
