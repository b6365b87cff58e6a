import { aProvider } from '../call-off/call-off.fixture.ts';
import { type ProviderStatus, providerStatuses } from '../register/provider.ts';
import { providerRules } from './provider-rules.ts';

const provider = (status: ProviderStatus, lotKeys: readonly string[] = ['AP-2026-1', 'AP-2026-2']) =>
  aProvider({ ref: 'P-0042', status, lotKeys, statusReason: 'As asked' });
const everyPair = providerStatuses.flatMap((from) => providerStatuses.filter((to) => to !== from).map((to) => [from, to] as const));

test.each(providerStatuses)('R19: a new provider begins as prospective, not as %s', (status) => {
  expect(providerRules(undefined, provider(status))).toStrictEqual({
    faults:
      status === 'prospective' ? [] : [{ field: 'status', code: 'status-skipped', sentence: 'A new provider begins as prospective.' }],
  });
});

describe('R19: a status that somebody typed', () => {
  const commands: Readonly<Record<string, string>> = {
    'prospective awarded': 'award',
    'awarded active': 'activate',
    'active paused': 'pause',
    'active suspended': 'place-hold',
    'paused active': 'resume',
    'paused suspended': 'place-hold',
    'suspended removed': 'remove',
  };
  const lifts = ['suspended active', 'suspended paused'];

  test.each(everyPair)('from %s to %s is its command, or is put back', (from, to) => {
    const kind = commands[`${from} ${to}`];
    const fault = lifts.includes(`${from} ${to}`)
      ? {
          field: 'status',
          code: 'hold-not-lifted',
          sentence: 'Nobody lifts a hold by typing. Once its cause is cleared, a second commissioner lifts it in the app.',
        }
      : { field: 'status', code: 'status-skipped', sentence: `A provider that is ${from} cannot become ${to} in one step.` };
    expect(providerRules(provider(from), provider(to))).toStrictEqual(
      kind ? { faults: [], command: { of: 'provider', kind, providerRef: 'P-0042', from, reason: 'As asked' } } : { faults: [fault] },
    );
  });
});

describe('R19: lots come by an award', () => {
  const more = ['AP-2026-1', 'AP-2026-3', 'AP-2026-4'];
  const lotFault = {
    field: 'lotKeys',
    code: 'lot-not-awarded',
    sentence: 'AP-2026-3, AP-2026-4 was not awarded to this provider. Record the award, or import it.',
  };

  test.each(providerStatuses)('who is %s gains none by typing, unless none was awarded to it yet; any may lose one', (status) => {
    expect(providerRules(provider(status), provider(status, more))).toStrictEqual({ faults: status === 'prospective' ? [] : [lotFault] });
    expect(providerRules(provider(status), provider(status, ['AP-2026-2']))).toStrictEqual({ faults: [] });
  });

  test('beside a status that is put back, or one that is carried out', () => {
    expect(providerRules(provider('active'), provider('removed', more)).faults).toMatchObject([lotFault, { field: 'status' }]);
    expect(providerRules(provider('active'), provider('paused', more))).toMatchObject({ faults: [lotFault], command: { kind: 'pause' } });
  });
});
