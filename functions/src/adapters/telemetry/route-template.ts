import { register } from '@ap/shared/lists/register';

/** Every word that may stand in a path of Graph or of the Bot Connector that we call, and that names a kind of thing, not a thing. */
const known = new Set([
  ...['v1.0', 'beta', '$batch', 'v3', 'connector'],
  ...['sites', 'lists', 'items', 'fields', 'columns', 'contentTypes', 'delta', 'versions', 'drive', 'root', 'permissions', 'subscriptions'],
  ...['users', 'sendMail', 'teamwork', 'sendActivityNotification', 'installedApps', 'groups', 'members'],
  ...['conversations', 'activities'],
  ...register.map(({ title }) => title),
]);

/** A path with every word that is not known left out: an address, an id, a name or a filter may be anybody's. The query goes. */
export const routeTemplate = (path: string): string =>
  path
    .split(/[?#]/, 1)
    .join('')
    .split('/')
    .map((word) => (word === '' || known.has(word) ? word : '{}'))
    .join('/');
