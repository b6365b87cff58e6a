import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ownVersion } from '@ap/tenant/project-paths';

/** Looks whether a folder is the pages of one council, to be published: the page with all that it loads, its settings, and its headers. Throws at the first that is not so. */
export const checkPages = (folder: string, apiUrl: string, apiClientId: string): { readonly scripts: number; readonly version: string } => {
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const must = (holds: boolean, sentence: string): void => {
    if (!holds) throw new Error(`The pages: ${sentence}`);
  };
  const loaded = [...read('index.html').matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, file = '']) => file);
  const scripts = loaded.filter((file) => file.endsWith('.js')).length;
  must(scripts > 0, 'index.html loads no script.');
  for (const file of loaded) must(existsSync(path.join(folder, file)), `index.html loads ${file}, which is not there.`);

  const config = JSON.parse(read('config.json')) as { readonly apiUrl: string; readonly apiClientId: string };
  must(config.apiUrl === apiUrl && config.apiClientId === apiClientId, `config.json names another API, ${config.apiUrl}.`);

  const { globalHeaders } = JSON.parse(read('staticwebapp.config.json')) as { readonly globalHeaders: Readonly<Record<string, string>> };
  const policy = globalHeaders['Content-Security-Policy'] ?? '';
  must(/(^|; )script-src 'self'(;|$)/.test(policy), `scripts may come from elsewhere: ${policy}`);
  const [, callable = ''] = /connect-src ([^;]*)/.exec(policy) ?? [];
  must(callable.split(' ').includes(new URL(apiUrl).origin), `they may not call their API: ${policy}`);
  must(!policy.includes('localhost'), `they trust this machine: ${policy}`);

  const version = ownVersion();
  must(read('about/releases.html').includes(version), `their page of what is new does not tell of version ${version}.`);
  return { scripts, version };
};
