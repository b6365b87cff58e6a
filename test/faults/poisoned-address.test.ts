import { connector } from '../../functions/src/adapters/teams/connector.ts';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';

// Where a card went is kept with it, and where a person wrote from is told by an activity: whatever stands there, our token goes to the listed host alone.

const card: AdaptiveCard = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText: 'A card',
  speak: 'A card',
  body: [],
};

const poisoned = [
  'https://evil.example/',
  'https://evil.trafficmanager.net/uk/',
  'https://smba.trafficmanager.net.evil.example/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://smba.trafficmanager.net:8443/uk/',
  'http://smba.trafficmanager.net/uk/',
  'https://169.254.169.254/metadata/identity/oauth2/token',
  'https://localhost/uk/',
  'https://ap-functions.azurewebsites.net/',
  'file:///etc/passwd',
  '//smba.trafficmanager.net/uk/',
  '',
];

describe.each(poisoned)('an address that became %j', (serviceUrl) => {
  const where = { ok: true as const, conversationId: 'a:1', activityId: '1', serviceUrl };
  test.each(['reply', 'typing', 'update'] as const)('is refused before a token is asked for: %s', async (act) => {
    let asked = 0;
    const outbound = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('Something went out'));
    const cards = connector({
      botAppId: 'dddddddd-0000-4000-8000-000000000004',
      tenantId: '11111111-1111-4111-8111-111111111111',
      serviceUrl: 'https://smba.trafficmanager.net/uk/',
      allowedHosts: ['smba.trafficmanager.net'],
      token: async () => {
        asked += 1;
        return 'the token of the bot';
      },
      log: { event: () => undefined },
    });
    const acts = {
      reply: () => cards.reply(where, card, 'A card'),
      typing: () => cards.typing(where),
      update: () => cards.update(where, card, 'A card'),
    };
    try {
      await expect(acts[act]()).rejects.toThrow('not an allowed host');
      expect([asked, outbound.mock.calls]).toEqual([0, []]);
    } finally {
      outbound.mockRestore();
    }
  });
});
