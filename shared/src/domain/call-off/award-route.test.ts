import { type RouteNamed, routeNamed, routeOf, splitRoute, whyNotOneRoute } from './award-route.ts';
import { anOrder, aRequest } from './call-off.fixture.ts';

const blockRef = 'BP-0001';
const enquiryRef = 'EQ-0001';

test('rows 38, 39, 54: a request is bought one way, and each way names what it rests on and nothing else', () => {
  const routes: readonly (readonly [RouteNamed, string])[] = [
    [{ basis: 'lowest-price' }, 'direct-award'],
    [{ basis: 'continuity', basisReason: 'Since September.' }, 'direct-award'],
    [{ enquiryRef }, 'further-competition'],
    [{ blockRef }, 'block-draw-down'],
  ];
  for (const [named, route] of routes) {
    expect(whyNotOneRoute(named)).toBeUndefined();
    const { placement, award } = splitRoute(aRequest(named));
    expect(routeOf(award)).toBe(route);
    expect(award).toStrictEqual(named);
    expect(routeNamed(named)).toStrictEqual(named);
    for (const field of ['basis', 'basisReason', 'blockRef', 'enquiryRef']) expect(placement).not.toHaveProperty(field);
  }
});

test.each<readonly [string, RouteNamed, string, RegExp]>([
  ['a block purchase and a competition', { blockRef, enquiryRef }, 'blockRef', /not both/],
  ['a basis beside a block purchase', { blockRef, basis: 'lowest-price' }, 'basis', /block purchase says it/],
  ['a reason beside a competition', { enquiryRef, basisReason: 'Near.' }, 'basis', /competition says it/],
  ['nothing', {}, 'basis', /Choose why this provider/],
])('R30: a request that names %s is refused with a sentence', (_what, named, field, sentence) => {
  expect(whyNotOneRoute(named)).toEqual({ field, sentence: expect.stringMatching(sentence) });
});

test('a record from before a basis belonged to direct awards alone is on the route that it was on', () => {
  expect(routeNamed({ basis: 'lowest-price', enquiryRef })).toEqual({ enquiryRef });
  expect(routeNamed({ basis: 'lowest-price', blockRef, enquiryRef })).toEqual({ blockRef });
  expect(routeNamed({})).toBeUndefined();
  expect(anOrder().request.basis).toBe('lowest-price');
});
