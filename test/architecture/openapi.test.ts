import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Endpoint } from '@ap/shared/contract/endpoint';
import { everyEndpoint as endpoints } from '@ap/shared/contract/every-endpoint';
import { edgeCodes, statusOf } from '@ap/shared/contract/problem';
import { refusalCodes } from '@ap/shared/domain/refusal';
import { openApiText } from '../../infra/tenant/src/open-api-text.ts';
import { openApiPath } from '../../infra/tenant/src/project-paths.ts';

interface Operation {
  readonly operationId: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: object }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, object>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly securitySchemes: object;
    readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>>;
  };
}

const document = JSON.parse(openApiText()) as Document;
const operationOf = (declared: Endpoint): Operation | undefined => document.paths[declared.path]?.[declared.method.toLowerCase()];

const validate = (file: string) =>
  spawnSync(process.execPath, [path.join(import.meta.dirname, 'validate-openapi.mjs'), file], { encoding: 'utf8' });

test('docs/openapi.json is generated from the contract as it is now (npm run docs)', () => {
  expect(readFileSync(openApiPath, 'utf8')).toBe(openApiText());
});

test('it is valid OpenAPI 3.1, and so is every reference in it', () => {
  expect(validate(openApiPath)).toMatchObject({ status: 0, stdout: '3.1\n', stderr: '' });
});

test.each([
  ['a reference to nothing', '#/components/schemas/Price', '#/components/schemas/Nothing'],
  ['an operation without answers', '"responses"', '"replies"'],
])('the validator finds %s', (_what, before, after) => {
  const file = path.join(tmpdir(), `openapi-${process.pid}.json`);
  writeFileSync(file, openApiText().replace(before, after));
  try {
    expect(validate(file).status).toBe(1);
  } finally {
    rmSync(file);
  }
});

test('every endpoint stands in it once, and nothing else does', () => {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(endpoints.map(({ name }) => name).sort());
});

test.each(endpoints.map((declared) => [declared.name, declared] as const))(
  '%s: roles, input and answers as declared',
  (_name, declared) => {
    const operation = operationOf(declared);
    expect(operation?.security).toEqual(declared.roles.map((role) => ({ entra: [role] })));
    const inPath = [...declared.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const named = operation?.parameters.filter((parameter) => parameter.in === 'path') ?? [];
    expect(named.map(({ name, required }) => [name, required])).toEqual(inPath.map((name) => [name, true]));
    expect(operation?.parameters.some(({ name }) => name === 'Idempotency-Key')).toBe(declared.idempotent);
    expect(operation?.requestBody !== undefined).toBe(declared.body !== undefined);
    expect(operation?.responses).toHaveProperty([String(declared.success)]);
    // A token is missing, or a link was tried too often.
    for (const status of [declared.roles.length > 0 ? '401' : '429', '403', '409', '500', '503'])
      expect(operation?.responses[status]).toEqual({ $ref: `#/components/responses/Problem${status}` });
  },
);

test('every problem code stands at its status', () => {
  for (const code of [...edgeCodes, ...refusalCodes]) {
    const { content } = document.components.responses[`Problem${statusOf(code)}`] ?? { content: {} };
    const schema = JSON.stringify(content['application/problem+json']?.schema);
    expect([code, schema.includes(`"${code}"`)]).toEqual([code, true]);
  }
});

test('what a query takes is told as what it is read as: numbers, and words parted by commas', () => {
  const parameters = Object.fromEntries(
    (document.paths['/directory']?.get?.parameters ?? []).map((parameter) => [parameter.name, parameter]),
  );
  expect(parameters.age).toEqual({ name: 'age', in: 'query', schema: { type: 'integer', minimum: 4, maximum: 25 } });
  expect(parameters.keyStages).toMatchObject({
    style: 'form',
    explode: false,
    schema: { type: 'array', items: { enum: expect.any(Array) } },
  });
});

test('a request may hold nothing that is not declared, a reply may gain a member', () => {
  const text = JSON.stringify(document);
  const { CallOffRequest, CallOff } = (JSON.parse(text) as { components: { schemas: Record<string, object> } }).components.schemas;
  expect(CallOffRequest).toMatchObject({ additionalProperties: false });
  expect(CallOff).not.toHaveProperty('additionalProperties');
});
