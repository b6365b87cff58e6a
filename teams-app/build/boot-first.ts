import type { Plugin } from 'vite';

/** What the first script is made of: nothing that draws, so that it arrives at once. The hosts share it. */
export const bootModules = [
  /teams-app\/src\/(?:boot|code-missing|early-answers|settings|links\/read-link)\.ts$/,
  /teams-app\/src\/hosts\/(?:start-host|choose-host|route-memory|sign-in-needed|token-cache|with-time-out|history-depth)\.ts$/,
  /shared\/src\/(?:domain\/(?:texts\/product-name|pupils\/outcode)|contract\/place|ui\/host-faults)\.tsx?$/,
  /vite\/preload-helper|rolldown\/runtime/,
];

/** Puts the script that starts the host before everything else, as a module of its own: it runs while the screens' code is on its way. */
export const bootFirst = (): Plugin => ({
  name: 'boot-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) => {
      const files = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
      // A build in one file has nothing to put before the rest.
      if (files.length === 1) return [];
      const boot = files.find(({ name }) => name === 'boot');
      if (!boot) throw new Error('The build made no file called boot.');
      return [{ tag: 'script', attrs: { type: 'module', crossorigin: true, src: `/${boot.fileName}` }, injectTo: 'head-prepend' }];
    },
  },
});
