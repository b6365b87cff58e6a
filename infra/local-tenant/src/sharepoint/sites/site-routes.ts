import { LEVEL } from '../access.ts';
import { type GraphRoute, siteRoute } from '../graph-route.ts';
import { readQueryOptions } from '../query/query-options.ts';
import { selectProperties } from '../query/select.ts';
import { SITE_TYPE, siteJson } from './site-json.ts';

/** `GET /sites/{id}`, `/sites/root` and `/sites/{hostname}:/{path}`: the address is resolved before the route is chosen. */
export const siteRoutes: readonly GraphRoute[] = [
  siteRoute({
    method: 'GET',
    pattern: '',
    level: LEVEL.read,
    units: 1,
    handle: (call) => ({ status: 200, body: selectProperties(siteJson(call), readQueryOptions(call.query, ['select']), SITE_TYPE) }),
  }),
];
