import { aCheck, type aListing, anOrder, aProvider, aRate, aService, currentChecks, orderFacts } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { recipientOf } from './may-send-order.ts';

const today = localDate('2026-11-24');
const outcome = (told: Parameters<typeof aListing>[0]): string => {
  const recipient = recipientOf(anOrder(), orderFacts(told), today);
  return recipient.ok ? 'may be sent' : recipient.code;
};

test.each<[string, Parameters<typeof aListing>[0], string]>([
  ['nothing has changed', {}, 'may be sent'],
  ['the provider was suspended (R19)', { provider: aProvider({ status: 'suspended' }) }, 'provider-not-active'],
  [
    'a hold stands that nobody wrote into the row (R19)',
    { standing: { ref: 'P-0001', status: 'suspended', holds: [] } },
    'provider-not-active',
  ],
  ['the provider cannot be read', { provider: undefined }, 'provider-not-active'],
  ['the service went to another provider', { provider: aProvider({ ref: 'P-0002' }) }, 'provider-changed'],
  [
    'a check lapsed yesterday (R12 to R18)',
    { qaChecks: [...currentChecks.slice(1), aCheck('staff-checks', { expiresOn: localDate('2026-11-23') })] },
    'qa-not-current',
  ],
  [
    'a check is held by another provider only',
    { qaChecks: [...currentChecks.slice(1), aCheck('staff-checks', { providerRef: 'P-0002' })] },
    'qa-not-current',
  ],
  ['the frozen rate is now of another lot (R29)', { rates: [aRate({ lotKey: 'AP-2026-2' })] }, 'rate-not-for-lot'],
  ['another rate stands before it', { rates: [aRate({ ref: 'R-00009', lotKey: 'AP-2026-2' }), aRate()] }, 'may be sent'],
  ['the frozen rate cannot be read', { rates: [] }, 'rate-not-for-lot'],
  ['the service is offered no more: the order was made in time', { service: aService({ status: 'withdrawn' }) }, 'may be sent'],
])('an order when %s', (_why, told, expected) => {
  expect(outcome(told)).toBe(expected);
});
