import * as z from 'zod/mini';
import { refusalCodes } from '../domain/refusal.ts';
import { callOffSummary } from './call-off-summary.ts';
import { callOffReply, callOffRequestShape, priceShape } from './call-offs.ts';
import { serviceSummary } from './directory.ts';
import { draftShape } from './drafts.ts';
import { type Endpoint, idempotencyKeyPattern } from './endpoint.ts';
import { everyEndpoint } from './every-endpoint.ts';
import { buyerShape, membershipShape } from './me.ts';
import { parkedReply } from './parked.ts';
import { edgeCodes, type ProblemCode, problem, problemMediaType, statusOf } from './problem.ts';
import { localDateShape, penceShape, personShape } from './values.ts';

type Json = Readonly<Record<string, unknown>>;
type Schema = Record<string, unknown>;

/** What a schema says to a person beyond its type. */
const notes = new Map<unknown, Json>([
  [localDateShape, { format: 'date' }],
  [penceShape, { description: 'Whole pence.' }],
]);

/** Shapes that stand in the document once, by name. */
const named: Readonly<Record<string, z.ZodMiniType>> = {
  Problem: problem,
  Person: personShape,
  Buyer: buyerShape,
  Membership: membershipShape,
  ServiceSummary: serviceSummary,
  Price: priceShape,
  CallOffRequest: callOffRequestShape,
  CallOffSummary: callOffSummary,
  CallOff: callOffReply,
  Draft: draftShape,
};
const names = new Map<unknown, string>(Object.entries(named).map(([name, shape]) => [shape, name]));
const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const safeInteger = Number.MAX_SAFE_INTEGER;

/** A shape of the contract as JSON Schema 2020-12, as it is sent (`input`) or as it is answered (`output`); named shapes in it by reference. */
const schemaOf = (shape: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const name = names.get(shape);
  return name === undefined ? definitionOf(shape, io) : reference(name);
};

const definitionOf = (shape: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, {
    io,
    override: ({ zodSchema, jsonSchema }) => {
      const made = jsonSchema as Schema;
      const name = (zodSchema as unknown) === shape ? undefined : names.get(zodSchema);
      if (name !== undefined) {
        for (const key of Object.keys(made)) delete made[key];
        Object.assign(made, reference(name));
        return;
      }
      Object.assign(made, notes.get(zodSchema));
      if (made.maximum === safeInteger) delete made.maximum;
      if (made.minimum === -safeInteger) delete made.minimum;
      // A reply may gain a member; only what declares itself strict may not.
      const { type, catchall } = zodSchema._zod.def as { type: string; catchall?: unknown };
      if (type === 'object' && catchall === undefined) delete made.additionalProperties;
    },
  }) as Schema;
  return schema;
};

const parameters = (shape: z.ZodMiniType | undefined, place: 'path' | 'query'): readonly Json[] => {
  if (!shape) return [];
  // A query's parameter is described as what it is read as: a number, or several words parted by commas.
  const { properties = {}, required = [] } = schemaOf(shape, place === 'query' ? 'output' : 'input') as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    ...(required.includes(name) ? { required: true } : {}),
    schema,
    ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
  }));
};

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The command’s id: the same key with the same content is done once and answered the same; with other content it is refused.',
  schema: { type: 'string', pattern: idempotencyKeyPattern.source },
};

const codes: readonly ProblemCode[] = [...edgeCodes, ...refusalCodes];
const statuses = [...new Set(codes.map(statusOf))].sort((one, other) => one - other);
const responseName = (status: number): string => `Problem${status}`;

/** Which refusals an operation can answer with: those of its gate and of the service at any time, the others by what it takes. */
const problemStatuses = ({ params, query, body, idempotent, roles }: Endpoint): readonly number[] => [
  ...(params || query || body || idempotent ? [400] : []),
  // Where no token is asked for, a capability link is the leave, and each address may try so often.
  ...(roles.length > 0 ? [401] : [429]),
  403,
  ...(params || body ? [404] : []),
  409,
  ...(body ? [413, 415] : []),
  ...(body || idempotent ? [422] : []),
  ...[500, 503],
];

const waits: Json = {
  description: 'The register is busy: the command waits and goes on by itself. `GET /commands/{commandId}` answers what became of it.',
  headers: { Location: { description: 'Where its outcome is found.', schema: { type: 'string' } } },
  content: { 'application/json': { schema: definitionOf(parkedReply, 'output') } },
};

const operation = (declared: Endpoint): Json => ({
  operationId: declared.name,
  summary: declared.summary,
  // Any one of the roles suffices.
  security: declared.roles.map((role) => ({ entra: [role] })),
  'x-open-to-web-part': declared.openToWebPart,
  parameters: [
    ...parameters(declared.params, 'path'),
    ...parameters(declared.query, 'query'),
    ...(declared.idempotent ? [idempotencyKey] : []),
  ],
  ...(declared.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(declared.body, 'input') } } } }
    : {}),
  responses: {
    [declared.success]: {
      description: 'Done',
      content: declared.file ? { [declared.file]: {} } : { 'application/json': { schema: schemaOf(declared.reply, 'output') } },
    },
    ...(declared.parks ? { 202: waits } : {}),
    ...Object.fromEntries(problemStatuses(declared).map((status) => [status, { $ref: `#/components/responses/${responseName(status)}` }])),
  },
});

const problemResponse = (status: number): Json => {
  const possible = codes.filter((code) => statusOf(code) === status);
  const schema = {
    allOf: [reference('Problem'), { properties: { status: { const: status }, code: { enum: possible } } }],
  };
  return {
    description: possible.join(', '),
    ...(status === 503 ? { headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } } } : {}),
    content: { [problemMediaType]: { schema } },
  };
};

const paths = (): Json => {
  const found: Record<string, Record<string, Json>> = {};
  for (const declared of everyEndpoint)
    found[declared.path] = { ...found[declared.path], [declared.method.toLowerCase()]: operation(declared) };
  return found;
};

/** The whole API as an OpenAPI 3.1 document, made from the contract: nothing of it is written by hand. */
export const openApiDocument = (): Json => ({
  openapi: '3.1.1',
  info: {
    title: 'AP Framework',
    version: '1',
    description:
      'Search of quality-assured alternative provision, call-offs, approvals and orders. For people who are signed in: a token of Microsoft Entra ID for the ' +
      'scope `access_as_user`, from the tenant of the council or of a buyer on the framework. Which school or request a caller may touch is decided by the register. ' +
      'A refusal is a problem (RFC 9457): its `code` is stable, its `detail` is a sentence for a person.',
  },
  servers: [{ url: '/api' }],
  paths: paths(),
  components: {
    securitySchemes: {
      entra: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description:
          'An access token (v2) of Microsoft Entra ID for a person. The roles named beside it come from the register of buyers, not from the token.',
      },
    },
    schemas: Object.fromEntries(Object.entries(named).map(([name, shape]) => [name, definitionOf(shape, 'output')])),
    responses: Object.fromEntries(statuses.map((status) => [responseName(status), problemResponse(status)])),
  },
});
