import { answerTeamsRequest, type TeamsServices } from './teams-requests.ts';

const services = (told: unknown[] = []): TeamsServices => {
  const tell =
    (name: string) =>
    (...args: unknown[]): void =>
      void told.push([name, ...args]);
  return {
    context: () => ({ theme: 'dark' }),
    token: () => Promise.resolve('a-token'),
    openLink: tell('openLink'),
    shareLink: tell('shareLink'),
    navigate: tell('navigate'),
    leave: tell('leave'),
    returnFocus: tell('returnFocus'),
    loaded: tell('loaded'),
    listens: tell('listens'),
    readyToUnload: tell('readyToUnload'),
    unserved: tell('unserved'),
  };
};

describe('what the window answers teams-js', () => {
  it('starts a tab with frame, client, capabilities and version', async () => {
    const [frame, client, runtime, version] = (await answerTeamsRequest('initialize', [4, '2.58.0'], services())) ?? [];
    expect([frame, client, version]).toEqual(['content', 'web', '2.58.0']);
    expect(JSON.parse(String(runtime))).toMatchObject({
      apiVersion: 4,
      isLegacyTeams: false,
      supports: { pages: { backStack: {}, currentApp: {} } },
    });
  });

  it('starts a page in a dialog as a task that can end, and gives its result on', async () => {
    const ended: unknown[] = [];
    const inDialog = { ...services(), dialog: { end: (result: unknown) => void ended.push(result) } };
    const [frame, , runtime] = (await answerTeamsRequest('initialize', [4, '2.58.0'], inDialog)) ?? [];
    expect(frame).toBe('task');
    expect(JSON.parse(String(runtime))).toMatchObject({ supports: { dialog: { url: {} } } });
    expect(await answerTeamsRequest('tasks.completeTask', [{ draftId: 'd' }, ['app-id']], inDialog)).toBeUndefined();
    expect(ended).toEqual([{ draftId: 'd' }]);
  });

  it('does not let a tab end a dialog that is none', async () => {
    const told: unknown[] = [];
    await answerTeamsRequest('tasks.completeTask', [{}], services(told));
    expect(told).toEqual([['unserved', 'The stand-in Teams window does not serve "tasks.completeTask".']]);
  });

  it('hands over a token, or the reason why there is none', async () => {
    expect(await answerTeamsRequest('authentication.getAuthToken', [], services())).toEqual([true, 'a-token']);
    const refused = { ...services(), token: () => Promise.reject(new Error('The user account is disabled.')) };
    expect(await answerTeamsRequest('authentication.getAuthToken', [], refused)).toEqual([false, 'The user account is disabled.']);
  });

  it.each([
    ['appInitialization.appLoaded', [], ['loaded', { at: 'shown' }]],
    [
      'appInitialization.failure',
      ['AuthFailed', 'no token'],
      ['loaded', { at: 'failed', reason: 'AuthFailed: no token', expected: false }],
    ],
    ['appInitialization.expectedFailure', ['Offline', undefined], ['loaded', { at: 'failed', reason: 'Offline', expected: true }]],
    ['registerHandler', ['themeChange'], ['listens', 'themeChange']],
    ['shareDeepLink', ['/requests/CO-1', 'CO-1', undefined], ['shareLink', '/requests/CO-1', 'CO-1']],
    ['returnFocus', [true], ['returnFocus']],
    ['readyToUnload', [], ['readyToUnload']],
  ])('notes %s and answers nothing', async (func, args, told) => {
    const all: unknown[] = [];
    expect(await answerTeamsRequest(func, args, services(all))).toBeUndefined();
    expect(all).toEqual([told]);
  });

  it.each([
    ['pages.currentApp.navigateTo', [{ pageId: 'index', subPageId: '/waiting' }], ['navigate', '/waiting'], [undefined, true]],
    ['pages.currentApp.navigateToDefaultPage', [], ['navigate', undefined], [undefined, true]],
    ['executeDeepLink', ['https://council.example/'], ['openLink', 'https://council.example/'], [true]],
    ['navigateBack', [], ['leave'], [true]],
    ['appInitialization.success', ['2.58.0'], ['loaded', { at: 'ready' }], [undefined]],
  ])('does %s and says so', async (func, args, told, answer) => {
    const all: unknown[] = [];
    expect(await answerTeamsRequest(func, args, services(all))).toEqual(answer);
    expect(all).toEqual([told]);
  });

  it('serves the page that configures the tab of a channel, in its dialog and nowhere else', async () => {
    const told: unknown[] = [];
    const tell =
      (name: string) =>
      (...args: unknown[]): void =>
        void told.push([name, ...args]);
    const saved = { contentUrl: 'http://localhost:3001/channel?near=DT1' };
    const setup = { saved: () => saved, allowSave: tell('allowSave'), keep: tell('keep'), ended: tell('ended') };
    const inDialog = { ...services(), setup };
    expect((await answerTeamsRequest('initialize', [4, '2.58.0'], inDialog))?.[0]).toBe('settings');
    expect(await answerTeamsRequest('settings.getSettings', [], inDialog)).toEqual([saved]);
    expect(await answerTeamsRequest('settings.setSettings', [{ entityId: 'x' }], inDialog)).toEqual([false, 'A tab needs a contentUrl.']);
    expect(await answerTeamsRequest('settings.setSettings', [saved], inDialog)).toEqual([true]);
    for (const [func, ...args] of [['settings.setValidityState', true], ['settings.save.success'], ['settings.save.failure', 'No area']])
      expect(await answerTeamsRequest(String(func), args, inDialog)).toBeUndefined();
    expect(told).toEqual([
      ['keep', saved],
      ['allowSave', true],
      ['ended', undefined],
      ['ended', 'No area'],
    ]);
    expect(await answerTeamsRequest('settings.getSettings', [], services())).toEqual([false, expect.stringContaining('does not serve')]);
  });

  it('names what it does not serve, in the form that the caller reads as an error', async () => {
    const all: unknown[] = [];
    const named = 'The stand-in Teams window does not serve';
    expect(await answerTeamsRequest('navigateCrossDomain', [], services(all))).toEqual([false, `${named} "navigateCrossDomain".`]);
    const sdkError = [{ errorCode: 100, message: `${named} "people.selectPeople".` }];
    expect(await answerTeamsRequest('people.selectPeople', [], services(all))).toEqual(sdkError);
    expect(all).toEqual([
      ['unserved', `${named} "navigateCrossDomain".`],
      ['unserved', `${named} "people.selectPeople".`],
    ]);
  });
});
