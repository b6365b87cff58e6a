import { explainFailure } from '@ap/local/launch/explain-failure';
import { rehearse } from './rehearse.ts';

// `npm run setup:rehearsal`: the whole set-up, from an empty local tenant to the main job on the deployed bundle, and back.

const began = Date.now();
try {
  console.log(`\n${await rehearse((line) => console.log(line))} ${((Date.now() - began) / 1000).toFixed(0)} s.`);
} catch (error) {
  const { message, output } = explainFailure(error);
  console.error(['', ...output.map((line) => `  | ${line}`), `It does not work: ${message}`].join('\n'));
  process.exit(1);
}
process.exit(0);
