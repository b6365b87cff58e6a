import { judgeOtherSite, judgeOwnSite, type SiteGrant } from '../grant/judge-grants.ts';
import { type Finding, fault, fine, some, warn } from './finding.ts';

/** Whether the settings are complete, by the complaint of whoever reads them; undefined: there is none. */
export const judgeSettings = (complaint: string | undefined): Finding =>
  complaint === undefined
    ? fine('settings', 'Every setting is there and of its kind.')
    : fault(
        'settings',
        complaint,
        'Correct them in the deployment (infra/azure/main.bicep names each) and run azd provision, or in the environment of this command.',
      );

/** Seconds by which clocks may differ: Entra takes a token for five minutes before and after its time. */
const noticed = 30;
const refused = 240;

/** Whether the product's clock is the service's; instants in ISO. `told`: what the service said when it was asked. */
export const judgeClock = (told: string, own: string): Finding => {
  const off = Math.round((Date.parse(own) - Date.parse(told)) / 1000);
  const sentence = `The product's clock is ${Math.abs(off)} seconds ${off < 0 ? 'behind' : 'ahead of'} Microsoft's.`;
  const mend =
    'Set the clock of this machine by its network time service. In a local run: npm start -- --reset, or move the clock back in the launcher.';
  if (Math.abs(off) >= refused) return fault('clock', `${sentence} Tokens and links are refused, and dates of law come out wrong.`, mend);
  return Math.abs(off) >= noticed ? warn('clock', sentence, mend) : fine('clock', 'The clock agrees with Microsoft’s.');
};

const grantAgain = 'npm run grant gives the app write on the site of the lists, and checks it.';

/** Whether the product's app may write the lists, and no more. */
export const judgeGrant = (grants: readonly SiteGrant[], appId: string): Finding => {
  const verdict = judgeOwnSite(grants, appId);
  if (verdict.kind === 'right') return fine('grant', "The product's app has write on the site of the lists (Sites.Selected).");
  if (verdict.kind === 'too-much')
    return fault('grant', verdict.sentence, 'Take the wider grant away in SharePoint or by Graph, then npm run grant.');
  const held = grants.some(({ appIds, roles }) => roles.includes('read') && appIds.some((id) => id.toLowerCase() === appId.toLowerCase()));
  return held
    ? fault('grant', "The product's app may only read the site of the lists: nothing can be requested, approved or recorded.", grantAgain)
    : fault('grant', "The product's app has no grant on the site of the lists: it cannot open them at all.", grantAgain);
};

/** Whether the product's app reaches any other site. */
export const judgeOtherSites = (
  sites: readonly { readonly name: string; readonly grants: readonly SiteGrant[] }[],
  appId: string,
): Finding => {
  const wide = sites.flatMap(({ name, grants }) => {
    const verdict = judgeOtherSite(name, grants, appId);
    return verdict.kind === 'too-much' ? [verdict.sentence] : [];
  });
  if (wide.length > 0) return fault('other-sites', some(wide), 'Somebody gave it there: ask who and why, and take it away.');
  return fine('other-sites', `The product's app has nothing on ${sites.length} other site(s).`);
};

/** Application permissions of the product's own registration, with what stops without each. */
const needed: Readonly<Record<string, string>> = {
  'Sites.Selected': 'no list can be opened',
};

/** Of every mailbox of the tenant where Entra gives it; Exchange may give it for one instead, and Graph does not tell of that. */
const ofMail = 'Mail.Send';

/** Whether the product's app has what it needs of Graph and nothing that reaches further. `roles` undefined: nobody here can see them; `asked`: whether Entra was. */
export const judgePermissions = (roles: readonly string[] | undefined, asked = true): Finding => {
  const where = 'Entra admin centre > App registrations > the product’s app > API permissions';
  if (roles === undefined)
    return warn(
      'permissions',
      `Not looked at: the app signs in by its managed identity, which this machine does not have, and ${asked ? 'the administrator’s app may not read what it was given' : 'Entra could not be asked without the administrator’s settings'}.`,
      `${asked ? 'Give the administrator’s app Application.Read.All of Graph' : 'Complete the administrator’s settings'}. Or look yourself, ${where}: ${[...Object.keys(needed), ofMail].join(', ')} as application permissions, each with consent.`,
    );
  const missing = Object.entries(needed).filter(([role]) => !roles.includes(role));
  if (missing.length > 0)
    return fault(
      'permissions',
      `Missing: ${missing.map(([role, stops]) => `${role} (${stops})`).join('; ')}.`,
      `${where}: add it and grant admin consent.`,
    );
  const wide = roles.filter((role) => !(role in needed) && role !== ofMail);
  if (wide.length > 0)
    return fault(
      'permissions',
      `The app may do more than it needs: ${wide.join(', ')}.`,
      `${where}: take away what was added, and ask who added it.`,
    );
  if (!roles.includes(ofMail))
    return warn(
      'permissions',
      'Entra gives no leave to send mail. Exchange may give it for the one mailbox, which cannot be seen from here; where it does not, providers hear of no order, and approvers without the app of no request.',
      'Exchange Online PowerShell: Test-ServicePrincipalAuthorization for the app and the mailbox (docs/admin-guide.md, step 4).',
    );
  return fine('permissions', `The app has ${roles.join(', ')}, and nothing else. Mail leaves from any mailbox of the tenant.`);
};
