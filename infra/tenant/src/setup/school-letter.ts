import { escapeHtml } from '../../../../functions/src/mail/mail-html.ts';
import { scopeName } from './registrations.ts';

/** What a letter to a school's IT is made of. */
export interface SchoolLetter {
  readonly schoolTenantId: string;
  readonly schoolName: string;
  readonly councilName: string;
  /** Where the pages live, without a slash at the end. */
  readonly pages: string;
  readonly apiClientId: string;
  readonly contact: string;
  readonly authorityHost: string;
}

/** Opens Entra's own page of consent, in the school's tenant and no other. */
export const consentLink = ({ authorityHost, schoolTenantId, apiClientId, pages }: SchoolLetter): string => {
  const link = new URL(`${authorityHost.replace(/\/$/, '')}/${schoolTenantId}/v2.0/adminconsent`);
  link.searchParams.set('client_id', apiClientId);
  link.searchParams.set('scope', `${apiClientId}/.default`);
  link.searchParams.set('redirect_uri', `${pages}/about/help.html`);
  link.searchParams.set('state', schoolTenantId);
  return link.href;
};

/** One page for a school's IT team, to be printed or mailed: a whole document with nothing from elsewhere in it. */
export const schoolLetter = (letter: SchoolLetter): string => {
  const { schoolName, schoolTenantId, councilName, pages, apiClientId, contact } = letter;
  const link = consentLink(letter);
  const row = (name: string, text: string): string => `<tr><th scope="row">${name}</th><td>${text}</td></tr>`;
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>${escapeHtml(`Joining the AP Framework: ${schoolName}`)}</title>
<style>
body { font: 11pt/1.4 system-ui, sans-serif; margin: 2cm auto; max-width: 17cm; color: #111 }
h1 { font-size: 16pt } h2 { font-size: 12pt; margin-bottom: 0 } p { margin: .3em 0 }
th { text-align: left; vertical-align: top; padding-right: 1em; white-space: nowrap } a { color: #0b5c68; word-break: break-all }
</style>
<h1>For the IT team of ${escapeHtml(schoolName)}</h1>
<p>${escapeHtml(councilName)} has a framework of quality-assured alternative provision. Your school's staff can search it, and ask for places, with the accounts that they have. Because your school has
a Microsoft 365 tenant of its own, one consent of yours is needed. It takes five minutes, costs nothing, and installs nothing.</p>
<h2>What we ask</h2>
<p>1. As a <strong>Cloud Application Administrator</strong> or <strong>Application Administrator</strong>, open this link, check the name and the tenant, and accept:</p>
<p><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>
<p>2. If your staff use Teams: allow the app package that ${escapeHtml(councilName)} sends you, and upload it (Teams Administrator). Without it everything works in a browser at ${escapeHtml(pages)}.</p>
<h2>What you agree to</h2>
<table>
${row('The app', `AP Framework API, client id ${escapeHtml(apiClientId)}, registered by ${escapeHtml(councilName)}`)}
${row('It may', `know who is signed in (${scopeName}: name, address, ids of person and tenant). Nothing else`)}
${row('It may not', 'read mail, files, calendars, chats, groups or other people of your tenant; act while nobody is signed in')}
${row('Your tenant', escapeHtml(schoolTenantId))}
${row('Who gets in', "only people whom the framework's register names. You can narrow it: Entra admin centre, Enterprise applications, AP Framework API, Assignment required")}
</table>
<h2>What data goes where</h2>
<p>Requests, orders and messages of your staff are kept in SharePoint lists of ${escapeHtml(councilName)}, in its own tenant. Pupils are named by your own reference only: names, dates of birth and UPNs are
refused. Approvals and news reach your staff by e-mail and on the signed-in pages: the bot that sends cards in Teams belongs to the council's tenant. Nothing is written into your tenant.</p>
<h2>How to leave</h2>
<p>Entra admin centre, <em>Enterprise applications</em>, <em>AP Framework API</em>, <em>Properties</em>, <em>Delete</em>: nobody of your tenant can sign in from then on (tokens that were given last up to an hour and a half).
Remove the Teams app under <em>Manage apps</em>. What your staff ordered stays a record of ${escapeHtml(councilName)}, which deletes it by its own schedule; ask the address below.</p>
<h2>Whom to ask</h2>
<p>${escapeHtml(contact)}. Privacy and accessibility: ${escapeHtml(pages)}/about/privacy.html</p>
</html>
`;
};
