import { readAll } from '../../graph/graph.ts';
import { appKeys, type Registered, readRegistered } from '../registered.ts';
import { type AppKey, appNames } from '../registrations.ts';
import { type Change, defineStep, type Judgement } from '../step.ts';
import type { Wanted } from '../wanted.ts';

interface Credential {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
}

interface Seen {
  readonly registered: Registered;
  readonly credentials: Readonly<Partial<Record<AppKey, readonly Credential[]>>>;
  /** Where this tenant's tokens say that they come from. */
  readonly issuer: string;
}

const exchange = 'api://AzureADTokenExchange';
/** One deployment is one credential: two deployments in a tenant have identities of their own. */
const nameOf = ({ deploymentName }: Wanted): string => `${deploymentName}-functions`;

/** What makes the three registrations trust the managed identity. One that was deployed anew has another principal id: the old credential goes. */
export const planCredentials = ({ registered, credentials, issuer }: Seen, wanted: Wanted): Judgement => {
  const subject = wanted.managedIdentity;
  if (subject === undefined)
    return { changes: [], waits: 'MANAGED_IDENTITY_PRINCIPAL_ID is known after the deployment (azd env get-values): run this again then.' };
  const name = nameOf(wanted);
  return {
    changes: appKeys.flatMap((key): Change[] => {
      const say = `"${appNames[key]}" trusts the managed identity ${subject}`;
      const [app] = registered[key];
      if (!app) return [{ say }];
      const present = credentials[key] ?? [];
      if (present.some((each) => each.issuer === issuer && each.subject === subject)) return [];
      const path = `/applications/${app.id}/federatedIdentityCredentials`;
      const old = present.filter((each) => each.name === name);
      return [
        ...old.map(
          (each): Change => ({
            say: `"${appNames[key]}" no longer trusts the managed identity ${each.subject}`,
            call: { method: 'DELETE', path: `${path}/${each.id}` },
          }),
        ),
        { say, call: { method: 'POST', path, body: { name, issuer, subject, audiences: [exchange] } } },
      ];
    }),
  };
};

const undoCredentials = ({ registered, credentials }: Seen, wanted: Wanted): Judgement => ({
  changes: appKeys.flatMap((key) =>
    (credentials[key] ?? [])
      .filter(({ name }) => name === nameOf(wanted))
      .map(
        ({ id, subject }): Change => ({
          say: `"${appNames[key]}" no longer trusts the managed identity ${subject}`,
          call: { method: 'DELETE', path: `/applications/${registered[key][0]?.id}/federatedIdentityCredentials/${id}` },
        }),
      ),
  ),
});

export const credentialsStep = defineStep<Seen>({
  name: 'Federated credentials',
  needs: 'Application Administrator',
  look: async (workshop) => {
    const registered = await readRegistered(workshop);
    const credentials: Partial<Record<AppKey, readonly Credential[]>> = {};
    for (const key of appKeys) {
      const [app] = registered[key];
      if (app) credentials[key] = await readAll<Credential>(workshop.graph, `/applications/${app.id}/federatedIdentityCredentials`);
    }
    const { authorityHost, tenantId } = workshop.settings;
    return { registered, credentials, issuer: `${authorityHost.replace(/\/$/, '')}/${tenantId}/v2.0` };
  },
  plan: planCredentials,
  undo: undoCredentials,
});
