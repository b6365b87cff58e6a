import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { councilName, givenSettings, guid, readSettingsOf, tabOrigin } from '../../../../teams-app/deployment/settings.ts';
import { consentLink, schoolLetter } from './school-letter.ts';

const usage = `Usage: npm run setup:school -- --tenant ID --name "School" --settings FILE --out FOLDER
  Writes the letter to the IT team of a school that has a tenant of its own, with the link by which it joins. It changes nothing, here or there.
  FILE is that of package:teams, as azd env get-values writes it.`;

const what = 'The letter';
const shape = z.object({
  PAGES_URL: tabOrigin,
  API_CLIENT_ID: guid,
  COUNCIL_NAME: councilName,
  COMMISSIONING_CONTACT: z.string().check(z.minLength(1)),
});

try {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ options: { tenant: option, name: option, settings: option, out: option } });
  const { tenant, name, settings, out } = values;
  if (!tenant || !name || !settings || !out || !z.guid().safeParse(tenant).success) throw new Error(usage);
  const read = readSettingsOf(what, shape, givenSettings(what, settings));
  const letter = {
    schoolTenantId: tenant.toLowerCase(),
    schoolName: name,
    councilName: read.COUNCIL_NAME,
    pages: read.PAGES_URL,
    apiClientId: read.API_CLIENT_ID,
    contact: read.COMMISSIONING_CONTACT,
    authorityHost: process.env.AUTHORITY_HOST ?? 'https://login.microsoftonline.com',
  };
  mkdirSync(out, { recursive: true });
  const file = path.join(out, `${letter.schoolTenantId}.html`);
  writeFileSync(file, schoolLetter(letter));
  console.log(`${file}: the letter. The link in it:\n  ${consentLink(letter)}`);
  console.log('Then list the tenant with its buyer: column TenantIds of Buyers. Until both are done its people are refused.');
} catch (failure) {
  console.error((failure as Error).message);
  process.exitCode = 1;
}
