/** Domains that Microsoft does not accept among the domains of a Teams app, or that are no tenant's own because anybody can register a name below them. */
const notOurs: readonly { readonly domain: string; readonly why: string }[] = [
  ...[
    'azurewebsites.net',
    'azureedge.net',
    'azureedge.com',
    'microsoft.com',
    'microsoftonline.com',
    'onmicrosoft.com',
    'sharepoint.com',
  ].map((domain) => ({ domain, why: `Microsoft does not accept *.${domain} in a Teams app` })),
  ...[
    'ngrok.io',
    'ngrok.app',
    'ngrok.dev',
    'ngrok-free.app',
    'devtunnels.ms',
    'trycloudflare.com',
    'loca.lt',
    'localhost.run',
    'serveo.net',
  ].map((domain) => ({ domain, why: `*.${domain} is a tunnel to somebody's own machine` })),
  ...[
    'azurestaticapps.net',
    'azurefd.net',
    'azure-api.net',
    'core.windows.net',
    'cloudapp.azure.com',
    'trafficmanager.net',
    'github.io',
  ].map((domain) => ({ domain, why: `anybody can register a name below ${domain}` })),
];

/** Names that registries sell names below: a 'domain' of one of these is a whole country's. */
const publicSuffixes = ['co.uk', 'gov.uk', 'org.uk', 'sch.uk', 'ac.uk', 'nhs.uk'];

const remedy = 'Give the pages a domain of the council, such as ap-framework.example.gov.uk';

/**
 * Why pages at this address cannot be the tab of a Teams app, as a sentence; undefined when they can. `validDomains` trusts the whole host
 * with the person's session, so it must be the council's own (Teams Store validation, external domains).
 */
export const whyNoTabHost = (address: string): string | undefined => {
  if (!URL.canParse(address)) return `"${address}" is not an address. Enter one such as https://ap-framework.example.gov.uk.`;
  const url = new URL(address);
  const host = url.hostname;
  if (url.protocol !== 'https:') return `${address} is not https. Teams opens https pages only.`;
  if (url.username !== '' || url.password !== '') return 'An address with a user name or a password in it cannot be used.';
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return `${address} names a page. Enter the host alone: ${url.origin}.`;
  if (url.port !== '') return `${address} names a port. Teams opens pages on the usual one only.`;
  if (/^[\d.]+$|^\[/.test(host)) return `${host} is a number, not a name. ${remedy}.`;
  if (!host.includes('.') || host.endsWith('.localhost') || publicSuffixes.includes(host))
    return `${host} is not a domain of an organisation. ${remedy}.`;
  const foreign = notOurs.find(({ domain }) => host === domain || host.endsWith(`.${domain}`));
  return foreign === undefined ? undefined : `${host} cannot be used: ${foreign.why}. ${remedy}.`;
};
