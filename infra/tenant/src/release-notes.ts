import { formatDate, type LocalDate } from '@ap/shared/domain/days/local-date';
import { parseUkDate } from '@ap/shared/domain/days/uk-date';
import { escapeHtml } from '../../../functions/src/mail/mail-html.ts';

/** One release, as people are told of it. */
export interface Release {
  readonly version: string;
  readonly on: LocalDate;
  readonly lines: readonly string[];
}

/** Reads docs/releases.md, the newest release first. Throws for a heading that is no version with its day, and for a release that says nothing. */
export const readReleases = (text: string): readonly Release[] =>
  text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...rest] = part.split('\n');
      const { version, day = '' } = /^(?<version>\d+\.\d+\.\d+), (?<day>.+)$/.exec(head)?.groups ?? {};
      const on = parseUkDate(day);
      if (!version || on === undefined)
        throw new Error(`docs/releases.md: "${head}" is no version with its day, such as 1.2.0, 3 May 2027`);
      const lines = rest.filter((line) => line.startsWith('- ')).map((line) => line.slice(2).trim());
      if (lines.length === 0) throw new Error(`docs/releases.md: ${version} says nothing`);
      return { version, on, lines };
    });

/** The page 'What is new', beside the help page, which everybody may open. */
export const releasesPage = (releases: readonly Release[]): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>What is new - AP Framework</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="about.css" />
  </head>
  <body>
    <nav aria-label="About AP Framework">
      <ul>
        <li><a href="help.html">Help</a></li>
        <li><a href="releases.html" aria-current="page">What is new</a></li>
        <li><a href="privacy.html">Privacy</a></li>
        <li><a href="terms.html">Terms of use</a></li>
        <li><a href="accessibility.html">Accessibility</a></li>
      </ul>
    </nav>
    <main>
      <h1>What is new</h1>
${releases
  .map(
    ({ version, on, lines }, at) => `      <h2>Version ${version}, ${formatDate(on, 'plain')}${at === 0 ? ' (this one)' : ''}</h2>
      <ul>
${lines.map((line) => `        <li>${escapeHtml(line)}</li>`).join('\n')}
      </ul>`,
  )
  .join('\n')}
    </main>
  </body>
</html>
`;
