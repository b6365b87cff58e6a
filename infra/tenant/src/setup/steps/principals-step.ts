import { appKeys, isOwn, type PresentPrincipal, type Registered, readPrincipal, readRegistered } from '../registered.ts';
import { type AppKey, appNames } from '../registrations.ts';
import { type Change, defineStep, type Judgement } from '../step.ts';

interface Seen {
  readonly registered: Registered;
  readonly principals: Readonly<Partial<Record<AppKey, PresentPrincipal>>>;
}

const letIn = (key: AppKey, appId?: string): Change => ({
  say: `let "${appNames[key]}" into the tenant`,
  ...(appId === undefined ? {} : { call: { method: 'POST' as const, path: '/servicePrincipals', body: { appId } } }),
});

export const planPrincipals = ({ registered, principals }: Seen): Judgement => ({
  changes: appKeys.filter((key) => principals[key] === undefined).map((key) => letIn(key, registered[key][0]?.appId)),
});

const undoPrincipals = ({ registered, principals }: Seen): Judgement => ({
  changes: appKeys.flatMap((key): Change[] => {
    const [app] = registered[key];
    const principal = principals[key];
    if (!app || !principal || !isOwn(app)) return [];
    const call = { method: 'DELETE' as const, path: `/servicePrincipals/${principal.id}` };
    return [{ say: `take "${appNames[key]}" out of the tenant, with everything that it was allowed`, call }];
  }),
});

export const principalsStep = defineStep<Seen>({
  name: 'Service principals',
  needs: 'Application Administrator',
  look: async (workshop) => {
    const registered = await readRegistered(workshop);
    const principals: Partial<Record<AppKey, PresentPrincipal>> = {};
    for (const key of appKeys) {
      const found = await readPrincipal(workshop, registered[key][0]?.appId);
      if (found) principals[key] = found;
    }
    return { registered, principals };
  },
  plan: planPrincipals,
  undo: undoPrincipals,
});
