import { createCoreApi } from './core-api.ts';
import { createHooks } from './hooks.ts';
import { createRegistry } from './registry.ts';

type Library = typeof import('@azure/functions');

/** Loads a fresh copy of the installed library on a core that notes each member it is asked for. */
function loadLibrary(): { library: Library; touched: Set<string>; registry: ReturnType<typeof createRegistry> } {
  const registry = createRegistry();
  const core = createCoreApi(registry, createHooks(), () => {});
  const touched = new Set<string>();
  const noted = new Proxy(core, {
    get(target, member, receiver) {
      touched.add(String(member));
      return Reflect.get(target, member, receiver);
    },
  });
  jest.resetModules();
  jest.doMock('@azure/functions-core', () => noted, { virtual: true });
  return { library: require('@azure/functions') as Library, touched, registry };
}

describe('the border between the library and its host', () => {
  test('is no wider than what the local host provides', async () => {
    const { library, touched, registry } = loadLibrary();
    const { app, input, output } = library;
    app.setup({ capabilities: {} });
    app.hook.appStart(() => {}).dispose();
    app.hook.log(() => {});
    app.hook.preInvocation(() => {});
    app.hook.postInvocation(() => {});
    app.hook.appTerminate(() => {});
    const queue = output.storageQueue({ queueName: 'q', connection: '' });
    app.http('web', { handler: () => ({ body: '' }), extraOutputs: [queue], extraInputs: [input.generic({ type: 'x' })] });
    app.timer('clock', { schedule: '0 0 * * * *', handler: () => {} });
    app.storageQueue('queue', { queueName: 'q', connection: '', handler: () => {} });
    await registry.model().getCapabilities({});

    expect([...touched].sort()).toEqual(['registerFunction', 'registerHook', 'setProgrammingModel']);
    expect(registry.model()).toMatchObject({ name: '@azure/functions' });
    expect(registry.all().map((each) => each.trigger.type)).toEqual(['httpTrigger', 'timerTrigger', 'queueTrigger']);
  });

  test('refuses a member that a newer library might ask for', () => {
    const core = createCoreApi(createRegistry(), createHooks(), () => {});
    expect(() => Reflect.get(core, 'registerWarmup')).toThrow('asked its host for "registerWarmup"');
  });
});

describe('registration', () => {
  const timer = { type: 'timerTrigger', direction: 'in' as const };

  test('refuses a second function of the same name in any case', () => {
    const registry = createRegistry();
    registry.add({ name: 'Sweep', bindings: { timer } }, () => {});
    expect(() => registry.add({ name: 'sweep', bindings: { timer } }, () => {})).toThrow('already registered');
  });

  test('refuses a function with no trigger, with two, or with a strange name', () => {
    const registry = createRegistry();
    expect(() => registry.add({ name: 'none', bindings: {} }, () => {})).toThrow('exactly one trigger');
    expect(() => registry.add({ name: 'two', bindings: { a: timer, b: timer } }, () => {})).toThrow('exactly one trigger');
    expect(() => registry.add({ name: '1st', bindings: { timer } }, () => {})).toThrow('not a valid function name');
  });

  test('[host 11] ends with start-up', () => {
    const registry = createRegistry();
    registry.lock();
    expect(() => registry.add({ name: 'late', bindings: { timer } }, () => {})).toThrow('only be registered during app startup');
  });

  test('refuses a hook that does not exist', () => {
    expect(() => createHooks().add('dinner', () => {})).toThrow('Unrecognized hook "dinner"');
  });
});
