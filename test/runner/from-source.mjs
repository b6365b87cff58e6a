// Node reads our sources as they are: TypeScript, and of our packages what they export as "source". Registered once for each process of tests.
import { register } from 'node:module';
import { register as registerTypeScript } from 'tsx/esm/api';

register('./source-condition.mjs', import.meta.url);
registerTypeScript();
