import { type Finding, fault, fine, warn } from './finding.ts';

/** What was seen of the app. `status` 0: nobody answered; `version` and `commit`: what it says of itself. */
export interface SeenApp {
  readonly url: string;
  readonly status: number;
  readonly version?: string;
  readonly commit?: string;
}

/** Whether the app answers, and is of the release that these commands are of (`ownVersion`): by theirs they judge lists and settings. */
export const judgeApi = ({ url, status, version, commit }: SeenApp, ownVersion: string): Finding => {
  if (status !== 200)
    return fault(
      'api',
      status === 0 ? `Nobody answers at ${url}.` : `The app answers ${status} at ${url}.`,
      'Azure portal > the Functions app > Overview and Log stream: is it running, and what did it say last? A setting at fault is named there in one sentence.',
    );
  if (version === undefined)
    return warn('api', `${url} answers, but does not say which release it is.`, 'Is API_URL the address of the app?');
  if (version !== ownVersion)
    return warn(
      'api',
      `The app is of release ${version}, and these commands are of ${ownVersion}: what they say of lists and settings is of another release than what runs.`,
      `Run them from the checkout that was deployed${commit === 'unknown' ? '' : ` (git checkout ${commit})`}, or deploy this one: docs/change.md.`,
    );
  return fine('api', `The app answers: release ${version}, commit ${commit}.`);
};

/** What was seen of the pages. `status` 0: nobody answered; `validTo`: until when the certificate is, ISO, absent on http. */
export interface SeenPages {
  readonly url: string;
  readonly status: number;
  readonly validTo?: string | undefined;
}

/** Whether the pages are served under the council's own name, with a certificate that lasts. */
export const judgePages = ({ url, status, validTo }: SeenPages, now: string): Finding => {
  if (status === 0)
    return fault(
      'pages',
      `Nobody answers at ${url}, or its certificate is not trusted.`,
      'Is the CNAME record of the domain still there, and is the domain bound in the static web app (docs/teams-app.md)?',
    );
  if (status >= 400)
    return fault(
      'pages',
      `${url} answers ${status}.`,
      'Publish the pages again: npm run build:pages, then swa deploy (docs/teams-app.md).',
    );
  const days = validTo === undefined ? undefined : Math.floor((Date.parse(validTo) - Date.parse(now)) / 86_400_000);
  if (days !== undefined && days < 21)
    return warn(
      'pages',
      `The certificate of ${url} ends in ${days} days, and is not renewed.`,
      'Azure renews it while the CNAME record points at the static web app: look at the record.',
    );
  return fine(
    'pages',
    validTo === undefined ? 'The pages are served.' : `The pages are served, with a certificate until ${validTo.slice(0, 10)}.`,
  );
};
