import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { localDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { runAgainTrustingLocalAuthority } from '../local-environment.ts';
import { localStateDir } from '../project-paths.ts';
import { eraseSubject, whyNotYet } from './erase-subject.ts';
import { subjectData, subjectText } from './export-subject.ts';
import { findSubject } from './find-subject.ts';
import { localSettings } from './local-settings.ts';
import { wholeBin } from './recycle-bin.ts';
import { planRetention, retentionPolicy } from './retention-run.ts';
import { openStores } from './stores.ts';

const usage = `Usage:
  npm run subject -- export --buyer REF --pupil REFERENCE --out FILE   FILE.json and FILE.md: everything that is kept about one pupil
  npm run subject -- erase --buyer REF --pupil REFERENCE [--yes]       what would be erased; with --yes it is. --force: although a record is still needed
  npm run retention [-- --today DAY] [--yes]                           what is past its time, and why; with --yes it goes
--local: the local run, from what the launcher wrote under .local (or --state). Otherwise the environment names tenant and storage, with the settings of
the app and those of the administrator.`;

const say = (line: string): void => console.log(line);

const readArguments = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      buyer: { type: 'string' },
      pupil: { type: 'string' },
      out: { type: 'string' },
      today: { type: 'string' },
      yes: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      local: { type: 'boolean', default: false },
      state: { type: 'string', default: localStateDir },
    },
  });

const run = async (): Promise<number> => {
  const { values, positionals } = readArguments();
  const [command = ''] = positionals;
  const { buyer, pupil, out, yes, force } = values;
  if (!['export', 'erase', 'retention'].includes(command)) throw new Error(usage);
  if (values.local) {
    const exitCode = runAgainTrustingLocalAuthority(values.state);
    if (exitCode !== undefined) return exitCode;
  }
  const stores = await openStores(values.local ? localSettings(values.state) : process.env);
  const policy = await retentionPolicy(stores);

  if (command === 'retention') {
    const today = values.today === undefined ? toLondonDate(new Date().toISOString()) : localDate(values.today);
    const { due, kept } = await planRetention(stores, policy, today, say);
    // A bin that cannot be looked through stops the run before a row is deleted, which nobody would find there again.
    if (yes && due.length > 0) await wholeBin(stores);
    for (const { what, carryOut } of due) {
      say(`${yes ? '' : 'would '}${what}`);
      if (yes) await carryOut();
    }
    for (const line of kept) say(`stays: ${line}`);
    say(
      `${due.length} records past their time by ${policy.source} (${policy.edition}).${yes || due.length === 0 ? '' : ' Nothing was changed: --yes does it.'}`,
    );
    return 0;
  }

  if (buyer === undefined || pupil === undefined) throw new Error(usage);
  if (!/^[A-Za-z\d/-]{2,20}$/.test(pupil.trim())) throw new Error('A reference of a pupil is 2 to 20 letters, digits, hyphens or slashes.');
  const subject = { buyer: buyer.trim().toUpperCase(), pupil: pupil.trim() };
  const found = await findSubject(stores, subject);
  if (command === 'export') {
    if (out === undefined) throw new Error(usage);
    const data = subjectData(subject, found, new Date().toISOString());
    writeFileSync(`${out}.json`, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600 });
    writeFileSync(`${out}.md`, subjectText(data), { mode: 0o600 });
    say(
      `${found.rows.length} rows and ${found.entities.length} rows of storage: ${out}.json, ${out}.md. They are personal data: keep them as such.`,
    );
    return 0;
  }
  if (found.rows.length + found.entities.length === 0) {
    say('Nothing is kept about this pupil.');
    return 0;
  }
  const needed = whyNotYet(found, policy.held);
  for (const line of needed) say(`still needed: ${line}`);
  if (!yes) {
    for (const { list, row, past, as } of found.rows)
      say(`would erase from ${list.title}, ${String(row.fields.Title)} (${as}), and delete ${past.length} earlier versions`);
    for (const { table } of found.entities) say(`would delete a row of ${table}`);
    say('Nothing was changed: --yes does it.');
    return needed.length > 0 && !force ? 1 : 0;
  }
  if (needed.length > 0 && !force) {
    say('Refused: --force erases all the same.');
    return 1;
  }
  await eraseSubject(stores, subject, found, say);
  say('Erased. Nothing of what is kept tells of this pupil any more; sums and days of service stand.');
  return 0;
};

run().then(
  (code) => {
    process.exitCode = code;
  },
  (failure: Error) => {
    console.error(failure.message);
    process.exitCode = 1;
  },
);
