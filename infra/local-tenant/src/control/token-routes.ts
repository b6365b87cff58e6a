import type { JWTPayload } from 'jose';
import { botTokenClaims } from '../connector/bot-token.ts';
import { serviceUrl } from '../connector/teams-address.ts';
import { isRefusal } from '../entra/entra-error.ts';
import { grantScopes } from '../entra/granted-scopes.ts';
import { findResource, graphAudience, type Resource } from '../entra/resource.ts';
import type { KeyRing, SigningKey } from '../entra/signing-keys.ts';
import { appClaims, userClaims } from '../entra/token-claims.ts';
import type { TenantRequest, TenantRoute } from '../exchange.ts';
import type { OrganisationTenant } from '../organisation.ts';
import { findApp, findTenant, sameId } from '../organisation-lookup.ts';
import { asObject } from '../reply.ts';
import type { RoomSupplies } from '../room.ts';
import { ControlRefusal, control, type Fields, optionalText, requiredPerson, requiredText } from './control-body.ts';
import { forgeToken } from './forge-token.ts';

/** The keys of the two issuers. */
export interface IssuerKeys {
  readonly entra: KeyRing;
  readonly bot: KeyRing;
}

const teamsDesktop = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';

const chooseKey = (keys: IssuerKeys, kind: string, name: string): SigningKey => {
  const ring = kind === 'bot' ? keys.bot : keys.entra;
  if (name === 'real') return ring.current();
  if (name === 'rogue') return ring.rogue();
  const unendorsed = name === 'unendorsed' ? keys.bot.unendorsed() : undefined;
  if (!unendorsed) throw new ControlRefusal(400, "key must be 'real', 'rogue' or 'unendorsed'");
  return unendorsed;
};

/** The resource with this name, or any other text as an audience: a forger may name what they like. */
const anyResource = (supplies: RoomSupplies, tenant: OrganisationTenant, audience: string): Resource =>
  findResource(supplies.organisation, tenant, audience) ?? { kind: 'graph', audience };

const honestUser = (supplies: RoomSupplies, { origin }: TenantRequest, body: Fields): JWTPayload => {
  const { tenant, user } = requiredPerson(supplies.organisation, body);
  const client = { clientId: optionalText(body, 'clientId') ?? teamsDesktop, proof: 'none' } as const;
  const scope = optionalText(body, 'scope');
  const granted = scope === undefined ? undefined : grantScopes(supplies.organisation, tenant, scope, 'at-sign-in');
  if (granted && isRefusal(granted)) throw new ControlRefusal(400, granted.description);
  const resource = granted?.resource ?? anyResource(supplies, tenant, optionalText(body, 'audience') ?? graphAudience);
  return userClaims({ origin, tenant, now: supplies.now() }, user, client, resource, granted?.scopes ?? []);
};

const honestApp = (supplies: RoomSupplies, { origin }: TenantRequest, body: Fields): JWTPayload => {
  const tenant = findTenant(supplies.organisation, requiredText(body, 'tenantId'));
  if (!tenant) throw new ControlRefusal(404, `there is no tenant ${requiredText(body, 'tenantId')}`);
  const clientId = requiredText(body, 'clientId');
  const client = findApp(supplies.organisation, tenant, (app) => sameId(app.clientId, clientId));
  if (!client) throw new ControlRefusal(404, `there is no app ${clientId} in ${tenant.displayName}`);
  const resource = anyResource(supplies, tenant, optionalText(body, 'audience') ?? graphAudience);
  return appClaims({ origin, tenant, now: supplies.now() }, client, resource, 'certificate');
};

const honestBot = ({ organisation, now }: RoomSupplies, { origin }: TenantRequest): JWTPayload => {
  if (!organisation.bot) throw new ControlRefusal(404, 'the organisation has no bot');
  return botTokenClaims(organisation.bot.appId, serviceUrl(origin), now());
};

const honestClaims = (supplies: RoomSupplies, request: TenantRequest, body: Fields, kind: string): JWTPayload => {
  if (kind === 'user') return honestUser(supplies, request, body);
  if (kind === 'app') return honestApp(supplies, request, body);
  if (kind === 'bot') return honestBot(supplies, request);
  throw new ControlRefusal(400, "kind must be 'user', 'app' or 'bot'");
};

/** Tokens for attack tests: honest ones with any claim, header, key or life changed. */
export const tokenRoutes = (supplies: RoomSupplies, keys: IssuerKeys): readonly TenantRoute[] => [
  {
    method: 'POST',
    pattern: '/_local/tokens',
    handle: control(async (request, body) => {
      const kind = requiredText(body, 'kind');
      const honest = honestClaims(supplies, request, body, kind);
      const audience = optionalText(body, 'audience');
      // For an honest scope the audience is the scope's resource; an audience that is also given wins over it.
      const claims = {
        ...(audience && body.scope ? { aud: audience } : {}),
        ...(audience && kind === 'bot' ? { aud: audience } : {}),
        ...asObject(body.claims),
      };
      const omit = Array.isArray(body.omit) ? body.omit.map(String) : [];
      const expiresIn = typeof body.expiresIn === 'number' ? body.expiresIn : undefined;
      const key = chooseKey(keys, kind, optionalText(body, 'key') ?? 'real');
      const access_token = await forgeToken(honest, key, { claims, header: asObject(body.header) ?? {}, omit, expiresIn }, supplies.now());
      return { status: 200, body: { access_token } };
    }),
  },
  {
    method: 'POST',
    pattern: '/_local/keys/rotate',
    handle: control(async (_request, body) => {
      const issuer = requiredText(body, 'issuer');
      if (issuer !== 'entra' && issuer !== 'bot') throw new ControlRefusal(400, "issuer must be 'entra' or 'bot'");
      return { status: 200, body: { kid: await keys[issuer].rotate() } };
    }),
  },
];
