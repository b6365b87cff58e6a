import { randomUUID } from 'node:crypto';
import type { TenantReply, TenantRequest } from '../exchange.ts';
import type { OrganisationApp, OrganisationTenant, OrganisationUser } from '../organisation.ts';
import { findApp, findTenant, findUser, sameId } from '../organisation-lookup.ts';
import { clientInfo } from './client-info.ts';
import type { TokenEndpoint } from './token-parts.ts';

interface Choice {
  readonly tenant: OrganisationTenant;
  readonly user: OrganisationUser;
}

/** At `organizations` people sign in to the tenant that is theirs; at a tenant by name its guests do, too. */
const whoMay = (tenants: readonly OrganisationTenant[], named: string): readonly Choice[] =>
  tenants.flatMap((tenant) =>
    tenant.users
      .filter(({ guest, accountEnabled }) => accountEnabled !== false && !(named === 'organizations' && guest === true))
      .map((user) => ({ tenant, user })),
  );

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const page = (status: number, title: string, body: string): TenantReply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1>${body}</html>`,
});

const wrong = (aadsts: number, why: string): TenantReply =>
  page(400, 'Sorry, but we’re having trouble signing you in.', `<p>AADSTS${aadsts}: ${escaped(why)}</p>`);

interface Asked {
  readonly app: OrganisationApp;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly choices: readonly Choice[];
}

/** What a program asks for, or why nobody is signed in for it. As Entra does, a program whose address is not registered is never sent anything. */
const read = ({ supplies }: TokenEndpoint, { params, query }: TenantRequest): Asked | TenantReply => {
  const named = params.tenant ?? '';
  const { organisation } = supplies;
  const one = findTenant(organisation, named);
  const tenants = named === 'organizations' ? organisation.tenants : one ? [one] : [];
  if (tenants.length === 0) return wrong(90002, `Tenant '${named}' not found.`);
  const clientId = query.get('client_id') ?? '';
  const clientIn = (tenant: OrganisationTenant) => findApp(organisation, tenant, ({ clientId: id }) => sameId(id, clientId))?.app;
  const known = tenants.filter((tenant) => clientIn(tenant) !== undefined);
  const app = known[0] && clientIn(known[0]);
  if (!app) return wrong(700016, `Application with identifier '${clientId}' was not found in the directory.`);
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!(app.redirectUris ?? []).includes(redirectUri))
    return wrong(
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application.`,
    );
  const challenge = query.get('code_challenge') ?? '';
  if (query.get('response_type') !== 'code' || query.get('response_mode') !== 'fragment')
    return wrong(70011, 'Only the code flow with its answer in the fragment is served here.');
  if (challenge === '' || query.get('code_challenge_method') !== 'S256')
    return wrong(9002325, 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.');
  return { app, redirectUri, challenge, choices: whoMay(known, named) };
};

const backTo = (redirectUri: string, answer: Readonly<Record<string, string | undefined>>): TenantReply => {
  const fragment = new URLSearchParams();
  for (const [name, value] of Object.entries(answer)) if (value !== undefined) fragment.set(name, value);
  return { status: 302, headers: { location: `${redirectUri}#${fragment}`, 'cache-control': 'no-store' }, body: '' };
};

/**
 * `/{tenant}/oauth2/v2.0/authorize`: a page on which a person chooses who they are, instead of a password, and goes back to the program with a code. It asks each time: nobody
 * has a session here.
 */
export const authorize = (endpoint: TokenEndpoint) => ({
  ask: (request: TenantRequest): TenantReply => {
    const asked = read(endpoint, request);
    if ('status' in asked) return asked;
    if (request.query.get('prompt') === 'none')
      return backTo(asked.redirectUri, {
        error: 'login_required',
        error_description: 'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
        state: request.query.get('state'),
      });
    const people = asked.choices
      .map(({ tenant, user }) => {
        const value = escaped(`${tenant.id}/${user.id}`);
        return `<li><button name="person" value="${value}">${escaped(user.displayName)}</button> ${escaped(user.userPrincipalName)}</li>`;
      })
      .join('');
    return page(200, `Sign in to ${escaped(asked.app.displayName)}`, `<form method="post"><ul>${people}</ul></form>`);
  },
  answer: (request: TenantRequest): TenantReply => {
    const asked = read(endpoint, request);
    if ('status' in asked) return asked;
    const [tenantId = '', userId = ''] = (new URLSearchParams(request.body.toString('utf8')).get('person') ?? '').split('/');
    const chosen = asked.choices.find(({ tenant, user }) => sameId(tenant.id, tenantId) && findUser(tenant, userId) === user);
    if (!chosen) return wrong(50034, 'The user account does not exist in the directory.');
    const code = endpoint.signIns.give({
      ...chosen,
      clientId: asked.app.clientId,
      redirectUri: asked.redirectUri,
      challenge: asked.challenge,
      nonce: request.query.get('nonce'),
    });
    return backTo(asked.redirectUri, {
      code,
      client_info: clientInfo(chosen.tenant, chosen.user),
      state: request.query.get('state'),
      session_state: randomUUID(),
    });
  },
});
