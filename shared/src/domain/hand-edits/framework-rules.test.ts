import { aFramework } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { type FrameworkStatus, frameworkStatuses } from '../register/framework.ts';
import { type EditedFramework, frameworkRules } from './framework-rules.ts';

const framework = (status: FrameworkStatus, isLed: boolean): EditedFramework => ({ ...aFramework({ ref: 'AP-2026', status }), isLed });
const everyPair = frameworkStatuses.flatMap((from) => frameworkStatuses.filter((to) => to !== from).map((to) => [from, to] as const));
const leads = {
  code: 'decided-in-the-app',
  sentence: 'The app leads this framework: change it there, where it is checked what must hold first.',
};

test('a framework is entered by hand in any status', () => {
  for (const status of frameworkStatuses) expect(frameworkRules(undefined, framework(status, false))).toStrictEqual({ faults: [] });
});

describe('a framework that was entered by hand', () => {
  const steps = [
    'coming open',
    'coming cancelled',
    'open pending',
    'open cancelled',
    'pending standstill',
    'pending cancelled',
    'standstill live',
    'standstill cancelled',
    'live expired',
  ];
  const words: Readonly<Partial<Record<FrameworkStatus, string>>> = {
    open: 'open for applications',
    pending: 'waiting for its awards',
    standstill: 'in standstill',
  };

  test.each(everyPair)('and is %s becomes %s only in the steps of its table', (from, to) => {
    const sentence = `A framework that is ${words[from] ?? from} cannot become ${words[to] ?? to} in one step.`;
    const faults = steps.includes(`${from} ${to}`) ? [] : [{ field: 'status', code: 'status-skipped', sentence }];
    expect(frameworkRules(framework(from, false), framework(to, false))).toStrictEqual({ faults });
  });

  test.each(frameworkStatuses)('and is %s may be called otherwise', (status) => {
    expect(frameworkRules(framework(status, false), { ...framework(status, false), name: 'Another' })).toStrictEqual({ faults: [] });
  });
});

describe('R28, R29, R32: a framework that the app leads', () => {
  const commands: Readonly<Record<string, string>> = {
    'coming open': 'open-framework',
    'open pending': 'close-framework',
    'standstill live': 'go-live',
  };

  test.each(everyPair)('and is %s becomes %s by a typed command only where that asks nothing more', (from, to) => {
    const kind = commands[`${from} ${to}`];
    expect(frameworkRules(framework(from, true), framework(to, true))).toStrictEqual(
      kind
        ? { faults: [], command: { of: 'framework', kind, frameworkRef: 'AP-2026' } }
        : { faults: [{ field: 'status', ...leads }], command: undefined },
    );
  });

  test('keeps what was decided of it, also beside a typed status', () => {
    const before = framework('coming', true);
    const written = {
      name: 'Another',
      authority: 'Another Council',
      liveFrom: localDate('2026-09-02'),
      expiresOn: localDate('2031-08-31'),
      eligibleBuyerTypes: [],
      permittedBases: [],
      maxValue: pence(1),
    } as const;
    const faults = Object.keys(written).map((field) => ({ field, ...leads }));
    expect(frameworkRules(before, { ...before, ...written })).toStrictEqual({ faults, command: undefined });
    expect(frameworkRules(before, { ...before, ...written, status: 'open' })).toStrictEqual({
      faults,
      command: { of: 'framework', kind: 'open-framework', frameworkRef: 'AP-2026' },
    });
  });
});
