import { invalidRequest, notServed } from '../graph-fault.ts';
import { isJsonObject, type JsonObject } from '../json-body.ts';
import type { ColumnKind, ColumnSettings } from './column.ts';

export interface ReadFacet {
  readonly kind: ColumnKind;
  readonly settings: ColumnSettings;
  readonly facetBody: JsonObject;
}

const DECIMALS = ['none', 'one', 'two', 'three', 'four', 'five'];
export const MULTI_LINE_CHARACTERS = 63_999;

const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };

function numberIn(body: JsonObject, key: string): number | undefined {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw invalidRequest(`The value of '${key}' must be a number.`);
  return value;
}

function readText(body: JsonObject): ReadFacet {
  if (body.appendChangesToExistingText === true) throw notServed('text.appendChangesToExistingText');
  if (body.textType === 'richText') throw notServed('text.textType richText (the real service rewrites its HTML)');
  const defaults = { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, textType: 'plain' };
  if (body.allowMultipleLines === true) {
    return { kind: 'note', settings: { maxLength: MULTI_LINE_CHARACTERS }, facetBody: { ...defaults, linesForEditing: 6, ...body } };
  }
  const maxLength = numberIn(body, 'maxLength') ?? 255;
  if (!Number.isInteger(maxLength) || maxLength < 1 || maxLength > 255)
    throw invalidRequest("The value of 'maxLength' must be from 1 to 255.");
  return { kind: 'text', settings: { maxLength }, facetBody: { ...defaults, ...body, maxLength } };
}

function readChoice(body: JsonObject): ReadFacet {
  const choices = body.choices;
  if (!Array.isArray(choices) || choices.length === 0 || !choices.every((choice) => typeof choice === 'string' && choice !== '')) {
    throw invalidRequest("The value of 'choices' must be a list of texts.");
  }
  const kind = body.displayAs === 'checkBoxes' ? 'multiChoice' : 'choice';
  const allowTextEntry = body.allowTextEntry === true;
  return { kind, settings: { choices, allowTextEntry }, facetBody: { allowTextEntry, displayAs: 'dropDownMenu', ...body } };
}

function readNumber(body: JsonObject): ReadFacet {
  const places = body.decimalPlaces ?? 'automatic';
  const decimals = DECIMALS.indexOf(String(places));
  if (places !== 'automatic' && decimals < 0) throw invalidRequest(`'${String(places)}' is not a value of 'decimalPlaces'.`);
  const settings = {
    ...optional('minimum', numberIn(body, 'minimum')),
    ...optional('maximum', numberIn(body, 'maximum')),
    ...optional('decimals', decimals < 0 ? undefined : decimals),
  };
  return { kind: 'number', settings, facetBody: { decimalPlaces: 'automatic', displayAs: 'number', ...body } };
}

function readDateTime(body: JsonObject): ReadFacet {
  const dateOnly = body.format === 'dateOnly';
  return { kind: 'dateTime', settings: { dateOnly }, facetBody: { displayAs: 'default', format: 'dateTime', ...body } };
}

function readLookup(body: JsonObject): ReadFacet {
  if (typeof body.listId !== 'string') throw invalidRequest("The value of 'listId' must be the id of a list.");
  const kind = body.allowMultipleValues === true ? 'multiLookup' : 'lookup';
  const showColumn = typeof body.columnName === 'string' ? body.columnName : 'Title';
  const defaults = { allowMultipleValues: false, allowUnlimitedLength: false };
  return { kind, settings: { listId: body.listId, showColumn }, facetBody: { ...defaults, ...body, columnName: showColumn } };
}

function readPerson(body: JsonObject): ReadFacet {
  const kind = body.allowMultipleSelection === true ? 'multiPerson' : 'person';
  const defaults = { allowMultipleSelection: false, displayAs: 'nameWithPresence', chooseFromType: 'peopleOnly' };
  return { kind, settings: {}, facetBody: { ...defaults, ...body } };
}

const READERS: Readonly<Record<string, (body: JsonObject) => ReadFacet>> = {
  text: readText,
  choice: readChoice,
  number: readNumber,
  currency: (body) => ({ kind: 'currency', settings: {}, facetBody: { locale: 'en-gb', ...body } }),
  dateTime: readDateTime,
  boolean: () => ({ kind: 'boolean', settings: {}, facetBody: {} }),
  lookup: readLookup,
  personOrGroup: readPerson,
  hyperlinkOrPicture: (body) => ({ kind: 'hyperlink', settings: {}, facetBody: { isPicture: false, ...body } }),
};
const UNSERVED_FACETS = ['calculated', 'contentApprovalStatus', 'geolocation', 'term', 'thumbnail'];

export const FACET_NAMES: readonly string[] = [...Object.keys(READERS), ...UNSERVED_FACETS];

/** Reads one type facet of a columnDefinition; 400 for a wrong member, 501 for a facet that is not served. */
export function readFacet(facet: string, body: unknown): ReadFacet {
  const reader = READERS[facet];
  if (reader === undefined) throw notServed(`a column of type ${facet}`);
  if (!isJsonObject(body)) throw invalidRequest(`The value of '${facet}' must be an object.`);
  return reader(body);
}
