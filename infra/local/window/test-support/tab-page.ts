// A tab as small as a tab can be, with the real teams-js: what it was told is written on its page for the test to read.
import { app, authentication, pages } from '@microsoft/teams-js';

const say = (id: string, text: string): void => {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
};

const said = (failure: unknown): string => (failure instanceof Error ? failure.message : JSON.stringify(failure));

const onClick = (id: string, act: () => Promise<unknown> | undefined): void =>
  document.getElementById(id)?.addEventListener('click', () => {
    Promise.resolve(act()).then(
      (result) => say('result', String(result)),
      (failure: unknown) => say('result', `refused: ${said(failure)}`),
    );
  });

const start = async (): Promise<void> => {
  await app.initialize([window.location.ancestorOrigins[0] ?? '']);
  app.registerOnThemeChangeHandler((theme) => say('theme', theme));
  pages.backStack.registerBackButtonHandler(() => {
    say('result', 'back was pressed');
    return true;
  });
  const context = await app.getContext();
  say('theme', context.app.theme);
  say('person', `${context.user?.tenant?.id}/${context.user?.id}`);
  say('place', context.page.subPageId ?? 'start');
  say('host', `${context.app.host.name} ${context.app.host.clientType} ${context.page.frameContext}`);
  say('supports', `${pages.isSupported()} ${pages.currentApp.isSupported()} ${pages.backStack.isSupported()}`);
  app.notifyAppLoaded();
  const success = await app.notifySuccess();
  say('success', String(success.hasFinishedSuccessfully));
  onClick('token', () => authentication.getAuthToken());
  onClick('navigate', () => pages.currentApp.navigateTo({ pageId: 'index', subPageId: '/requests/CO-0002' }));
  onClick('share', () => {
    pages.shareDeepLink({ subPageId: '/requests/CO-0001', subPageLabel: 'CO-0001' });
    return undefined;
  });
  onClick('unserved', () => pages.navigateToApp({ appId: '00000000-0000-4000-8000-000000000001', pageId: 'index' }));
  onClick('unknown', () => pages.navigateCrossDomain('https://elsewhere.example/'));
};

start().catch((failure: unknown) => say('result', `not started: ${said(failure)}`));
