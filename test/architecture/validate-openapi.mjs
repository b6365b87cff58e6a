// Validates docs/openapi.json by the schema of OpenAPI itself, and its references. A program of its own: the validator reads its schemas beside itself,
// which Jest's CommonJS cannot. Prints what is wrong; exit code 1 then.
import { Validator } from '@seriousme/openapi-schema-validator';

const validator = new Validator();
const { valid, errors } = await validator.validate(process.argv[2]);
if (valid) console.log(validator.version);
else {
  console.error(typeof errors === 'string' ? errors : JSON.stringify(errors, undefined, 2));
  process.exitCode = 1;
}
