import { parseArgs } from 'node:util';
import { runAgainTrustingLocalAuthority } from '../local-environment.ts';
import { localStateDir } from '../project-paths.ts';
import { localSettings } from '../subject/local-settings.ts';
import { examine } from './examine.ts';
import { reportFindings } from './finding.ts';

const usage = `Usage: npm run doctor [-- --local] [--state DIR] [--json]
Says what is wrong with a deployment and how to mend it, and changes nothing. Exit code 1: at least one fault.
--local: the local run, from what the launcher wrote under .local (or --state). Otherwise the environment names it, with the settings of the app (azd env get-values) and those
of the administrator (npm run provision).`;

const run = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      local: { type: 'boolean', default: false },
      state: { type: 'string', default: localStateDir },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (values.local) {
    const exitCode = runAgainTrustingLocalAuthority(values.state);
    if (exitCode !== undefined) return exitCode;
  }
  const findings = await examine(values.local ? localSettings(values.state) : process.env, (what) =>
    console.error(`Looking at ${what} ...`),
  );
  for (const line of values.json ? [JSON.stringify(findings, undefined, 2)] : reportFindings(findings)) console.log(line);
  return findings.some(({ verdict }) => verdict === 'fault') ? 1 : 0;
};

run()
  .then((exitCode) => {
    process.exitCode = exitCode;
  })
  .catch((failure: Error) => {
    console.error(failure.message);
    process.exitCode = 1;
  });
