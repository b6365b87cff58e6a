import { inSpan, type OpenSpan, type SpanFacts } from '../../http/span.ts';
import { routeTemplate } from './route-template.ts';

/** Does work as the span of one call of another service: its method, where it goes, and the path with nothing of anybody in it. */
export const inCallSpan = <T>(
  method: string,
  { hostname, pathname }: URL,
  facts: SpanFacts,
  work: (span: OpenSpan) => Promise<T>,
): Promise<T> => {
  const template = routeTemplate(pathname);
  const call = { 'http.request.method': method, 'url.template': template, 'server.address': hostname, ...facts };
  return inSpan(`${method} ${template}`, 'call', call, work);
};
