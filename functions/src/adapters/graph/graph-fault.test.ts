import { GraphError } from '@microsoft/microsoft-graph-client';
import { ProblemError } from '../../http/problem-reply.ts';
import { ServiceBusy } from '../../http/service-busy.ts';
import { faultOf, readFailure } from './graph-fault.ts';

const failed = (status: number, code = 'generalException', message = 'Something', headers?: Headers): GraphError => {
  const error = new GraphError(status, message);
  error.code = code;
  if (headers) error.headers = headers;
  return error;
};

describe('what a failed call to Graph means', () => {
  test.each([
    ['the item is gone', failed(404, 'itemNotFound'), { kind: 'not-found' }],
    ['the delta link is too old', failed(410, 'resyncRequired'), { kind: 'resync' }],
    ['somebody wrote before us', failed(412, 'preconditionFailed'), { kind: 'conflict' }],
    ['somebody wrote before us, said the other way', failed(409, 'resourceModified'), { kind: 'conflict' }],
    [
      'the key is there already',
      failed(400, 'invalidRequest', 'Provided values do not meet unique constraints for the list'),
      { kind: 'duplicate' },
    ],
    ['a filter that we wrote badly', failed(400, 'invalidRequest'), { kind: 'refused', status: 400, code: 'invalidRequest' }],
    ['[6.11 F] a site that is locked', failed(423, 'resourceLocked'), { kind: 'refused', status: 423, code: 'resourceLocked' }],
    ['[6.10 F] a question that matches over 5,000 rows', failed(422, 'notSupported'), { kind: 'too-many-rows' }],
    ['no right', failed(403, 'accessDenied'), { kind: 'refused', status: 403, code: 'accessDenied' }],
    ['no sign-in', failed(401, 'InvalidAuthenticationToken'), { kind: 'refused', status: 401, code: 'InvalidAuthenticationToken' }],
    [
      'a name that exists is not a conflict of versions',
      failed(409, 'nameAlreadyExists'),
      { kind: 'refused', status: 409, code: 'nameAlreadyExists' },
    ],
  ])('%s', (_what, error, expected) => {
    expect(faultOf(error)).toEqual(expected);
  });

  test.each([-1, 200, 201, 408, 429, 500, 502, 503, 504, 509])('after %p the write may or may not have arrived', (status) => {
    expect(faultOf(failed(status))).toEqual({ kind: 'unknown', status, retryAfterSeconds: 10 });
  });

  test.each([
    ['120', 120],
    ['0', 10],
    ['soon', 10],
  ])('Retry-After %p waits %p seconds', (told, seconds) => {
    expect(faultOf(failed(429, 'tooManyRequests', '', new Headers({ 'retry-after': told })))).toMatchObject({ retryAfterSeconds: seconds });
  });
});

describe('an error that is not of Graph is never taken for a Graph that is busy', () => {
  test.each([
    ['a row that cannot be read', new ProblemError('record-unreadable', 'A record cannot be read.')],
    ['a state that outgrew its column', new RangeError('State: 60001 characters are more than a column may hold')],
    ['a mistake of ours', new TypeError('x is undefined')],
    ['a service that was found busy before', new ServiceBusy('graph', 429, 30)],
  ])('%s stays what it is', (_what, error) => {
    expect(faultOf(error)).toEqual({ kind: 'not-of-graph' });
    expect(readFailure(error)).toBe(error);
  });
});

test('a read that may be tried again is busy for as long as it was told; every other keeps its error', () => {
  expect(readFailure(failed(503, 'serviceNotAvailable', '', new Headers({ 'retry-after': '7' })))).toMatchObject({
    name: 'ServiceBusy',
    status: 503,
    retryAfterSeconds: 7,
  });
  const refused = failed(403, 'accessDenied');
  expect(readFailure(refused)).toBe(refused);
});
