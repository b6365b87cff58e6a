import { parseOrganisation } from './parse-organisation.ts';
import { sampleOrganisation } from './test-support/sample-organisation.ts';

const changed = (change: (organisation: Record<string, never>) => void): unknown => {
  const copy = JSON.parse(JSON.stringify(sampleOrganisation()));
  change(copy);
  return copy;
};

describe('an organisation file', () => {
  test('that is whole is taken as it is', () => {
    expect(parseOrganisation(changed(() => undefined))).toEqual(sampleOrganisation());
  });

  test.each([
    ['no tenants', () => ({ tenants: [] }), 'tenants must be a list with at least one tenant'],
    [
      'a user without a GUID',
      () => changed((o) => Object.assign((o as never as { tenants: { users: object[] }[] }).tenants[0]?.users[0] ?? {}, { id: 'ada' })),
      'tenants[0].users[0].id must be a GUID',
    ],
    [
      'two tenants with one id',
      () => changed((o) => (o as never as { tenants: object[] }).tenants.push((o as never as { tenants: object[] }).tenants[0] ?? {})),
      'the tenant ids must be unique',
    ],
    [
      'a site id that is no triple',
      () => changed((o) => Object.assign((o as never as { tenants: { sites: object[] }[] }).tenants[0]?.sites[0] ?? {}, { id: 'a,b' })),
      'sites[0].id must be Graph',
    ],
    [
      'a bot without an endpoint',
      () => changed((o) => Object.assign((o as never as { bot: object }).bot, { messagingEndpoint: 'here' })),
      'bot.messagingEndpoint must be an absolute URL',
    ],
    [
      'webhooks that are neither refused nor allowed',
      () => changed((o) => Object.assign(o, { webhooks: { sitesSelected: 'perhaps' } })),
      "webhooks.sitesSelected must be 'refused' or 'allowed'",
    ],
    ['no object at all', () => 'x', 'the file must be an object'],
  ])('with %s is refused, and the place is named', (_what, make, sentence) => {
    expect(() => parseOrganisation(make())).toThrow(sentence);
  });
});
