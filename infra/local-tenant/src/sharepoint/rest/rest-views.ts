import { randomUUID } from 'node:crypto';
import type { TenantReply } from '../../exchange.ts';
import { sameId } from '../../organisation-lookup.ts';
import { LEVEL } from '../access.ts';
import type { JsonObject } from '../json-body.ts';
import type { ViewState } from '../state/list-state.ts';
import type { ListStore } from '../state/list-store.ts';
import { type RestCall, type RestHandler, readRestProperties, refuseBelow, restBody, restCollection, restEntity } from './rest-call.ts';
import { restBadRequest, restNotFound } from './rest-fault.ts';
import type { RestStep } from './rest-path.ts';

const TYPES = {
  Title: 'string',
  ViewQuery: 'string',
  RowLimit: 'number',
  Paged: 'boolean',
  PersonalView: 'boolean',
  DefaultView: 'boolean',
  Hidden: 'boolean',
  Scope: 'number',
  ViewData: 'string',
  ViewJoins: 'string',
  CustomFormatter: 'string',
} as const;

const viewJson = ({ id, title, properties }: ViewState): JsonObject => ({
  ViewQuery: '',
  RowLimit: 30,
  Paged: true,
  DefaultView: false,
  Hidden: false,
  ...properties,
  Id: id,
  Title: title,
});

function put(call: RestCall, list: ListStore, view: ViewState): void {
  const known = list.state.views.some(({ id }) => id === view.id);
  const others = list.state.views.map((each) => {
    if (each.id === view.id) return view;
    // A list has one default view.
    return view.properties.DefaultView === true ? { ...each, properties: { ...each.properties, DefaultView: false } } : each;
  });
  list.change({ views: known ? others : [...others, view] }, call.at);
}

function createView(call: RestCall, list: ListStore): TenantReply {
  const { Title, ...properties } = readRestProperties(restBody(call.request), TYPES, 'SP.View');
  if (typeof Title !== 'string' || Title === '') throw restBadRequest("The property 'Title' of a view is missing.");
  const view: ViewState = { id: randomUUID(), title: Title, fields: [], properties };
  put(call, list, view);
  return restEntity(call, viewJson(view), 201);
}

function changeViewFields(call: RestCall, list: ListStore, view: ViewState, step: RestStep | undefined): TenantReply | undefined {
  if (step === undefined) return call.verb === 'GET' ? { status: 200, body: { SchemaXml: '', Items: view.fields } } : undefined;
  if (call.verb !== 'POST') return undefined;
  const [name = ''] = step.args ?? [];
  if (step.name === 'removeallviewfields') put(call, list, { ...view, fields: [] });
  else if (step.name === 'removeviewfield') put(call, list, { ...view, fields: view.fields.filter((field) => field !== name) });
  else if (step.name === 'addviewfield') {
    if (list.column(name) === undefined && name !== 'ID') {
      throw restBadRequest(`Column '${name}' does not exist. It may have been deleted by another user.`);
    }
    if (!view.fields.includes(name)) put(call, list, { ...view, fields: [...view.fields, name] });
  } else return undefined;
  return { status: 200, body: { 'odata.null': true } };
}

function findView(list: ListStore, step: RestStep): ViewState {
  const [wanted = ''] = step.args ?? [];
  const byTitle = step.name === 'getbytitle';
  const view = list.state.views.find(({ id, title }) => sameId(byTitle ? title : id, wanted.replace(/[{}]/g, '')));
  if (view === undefined) throw restNotFound('The specified view is invalid.');
  return view;
}

/** `views`, one view by id or title, and its `viewfields`. A new view shows no fields until they are added. */
export const handleViews =
  (list: ListStore): RestHandler =>
  (call) => {
    const [first, second] = call.steps;
    if (first?.name !== 'views') return undefined;
    if (call.verb !== 'GET') refuseBelow(call, LEVEL.manage, list);
    if (first.args === undefined && second === undefined) {
      if (call.verb === 'POST') return createView(call, list);
      return call.verb === 'GET' ? restCollection(call, list.state.views.map(viewJson)) : undefined;
    }
    const step = first.args === undefined ? second : first;
    if (step === undefined || (step !== first && step.name !== 'getbytitle' && step.name !== 'getbyid')) return undefined;
    const view = findView(list, step);
    const [after, last, ...others] = call.steps.slice(step === first ? 1 : 2);
    if (others.length > 0) return undefined;
    if (after !== undefined) return after.name === 'viewfields' ? changeViewFields(call, list, view, last) : undefined;
    if (call.verb === 'GET') return restEntity(call, viewJson(view));
    if (call.verb === 'DELETE') {
      list.change({ views: list.state.views.filter(({ id }) => id !== view.id) }, call.at);
      return { status: 200 };
    }
    if (call.verb !== 'MERGE') return undefined;
    const { Title, ...properties } = readRestProperties(restBody(call.request), TYPES, 'SP.View');
    put(call, list, { ...view, title: typeof Title === 'string' ? Title : view.title, properties: { ...view.properties, ...properties } });
    return { status: 204 };
  };
