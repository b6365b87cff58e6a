import { randomUUID } from 'node:crypto';
import { badRequest, invalidRequest, notServed } from '../graph-fault.ts';
import { isJsonObject, type JsonObject, refuseUnknownProperties } from '../json-body.ts';
import type { Column } from './column.ts';
import { FACET_NAMES, readFacet } from './facets.ts';
import { internalName } from './internal-name.ts';

const FLAGS = ['indexed', 'enforceUniqueValues', 'required', 'hidden', 'readOnly'] as const;
const TEXTS = ['displayName', 'description', 'columnGroup'] as const;
const KNOWN = new Set<string>([...FLAGS, ...TEXTS, ...FACET_NAMES, 'id', 'name', 'defaultValue', 'propagateChanges']);
const TYPE = 'microsoft.graph.columnDefinition';

type Changes = { -readonly [K in (typeof FLAGS)[number]]?: boolean } & { -readonly [K in (typeof TEXTS)[number]]?: string } & {
  defaultValue?: string;
};

function readCommon(body: JsonObject): Changes {
  if (body.validation !== undefined) throw notServed('columnDefinition.validation (set ValidationFormula through SharePoint REST)');
  refuseUnknownProperties(body, KNOWN, TYPE);
  const changes: Changes = {};
  for (const flag of FLAGS) {
    const value = body[flag];
    if (value === undefined) continue;
    if (typeof value !== 'boolean') throw badRequest(`Cannot convert the value of '${flag}' to Edm.Boolean.`);
    changes[flag] = value;
  }
  for (const text of TEXTS) {
    const value = body[text];
    if (value === undefined) continue;
    if (typeof value !== 'string') throw badRequest(`Cannot convert the value of '${text}' to Edm.String.`);
    changes[text] = value;
  }
  const given = body.defaultValue;
  if (isJsonObject(given)) {
    if (typeof given.formula === 'string' && given.formula !== '') throw notServed('columnDefinition.defaultValue.formula');
    if (typeof given.value === 'string') changes.defaultValue = given.value;
  }
  return changes;
}

const facetsIn = (body: JsonObject): readonly string[] => FACET_NAMES.filter((name) => body[name] !== undefined && body[name] !== null);

/** A new column from the body of `POST …/columns`: exactly one type facet. 400 for a body that the service refuses. */
export function readNewColumn(body: JsonObject): Column {
  if (typeof body.name !== 'string' || body.name === '') throw invalidRequest("A column needs a 'name'.");
  const [facet, ...others] = facetsIn(body);
  if (facet === undefined || others.length > 0) throw invalidRequest('A column needs exactly one type facet.');
  const name = internalName(body.name);
  return {
    id: randomUUID(),
    name,
    displayName: body.name,
    description: '',
    columnGroup: 'Custom Columns',
    indexed: false,
    enforceUniqueValues: false,
    required: false,
    hidden: false,
    readOnly: false,
    system: false,
    facet,
    ...readFacet(facet, body[facet]),
    ...readCommon(body),
  };
}

/** The column after `PATCH …/columns/{id}`. The internal name and the type never change. */
export function readChangedColumn(column: Column, body: JsonObject): Column {
  if (body.name !== undefined && body.name !== column.name) throw invalidRequest('The name of a column cannot be changed.');
  const facets = facetsIn(body);
  if (facets.some((facet) => facet !== column.facet)) throw invalidRequest('The type of a column cannot be changed.');
  const changed = { ...column, ...readCommon(body) };
  if (facets.length === 0) return changed;
  const facet = body[column.facet];
  const read = readFacet(column.facet, isJsonObject(facet) ? { ...column.facetBody, ...facet } : facet);
  if (read.kind !== column.kind) throw invalidRequest('The type of a column cannot be changed.');
  return { ...changed, ...read };
}
