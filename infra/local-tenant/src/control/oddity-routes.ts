import type { TenantRoute } from '../exchange.ts';
import { ODDITIES, type Oddities, type Oddity } from '../sharepoint/oddities.ts';
import { ControlRefusal, control } from './control-body.ts';

const isOddity = (name: string): name is Oddity => name in ODDITIES;

/** Asking for what the service does now and then: `{ "repeatsRows": 3 }` asks for the next three of it. */
export const oddityRoutes = (oddities: Oddities): readonly TenantRoute[] => [
  { method: 'GET', pattern: '/_local/oddities', handle: () => ({ status: 200, body: oddities.left() }) },
  {
    method: 'POST',
    pattern: '/_local/oddities',
    handle: control((_request, body) => {
      for (const [name, times] of Object.entries(body)) {
        if (!isOddity(name)) throw new ControlRefusal(400, `${name} is unknown: ${Object.keys(ODDITIES).join(', ')} are known`);
        if (typeof times !== 'number' || !Number.isInteger(times) || times < 0)
          throw new ControlRefusal(400, `${name} must be a whole number from 0`);
        oddities.expect(name, times);
      }
      return { status: 200, body: oddities.left() };
    }),
  },
  {
    method: 'DELETE',
    pattern: '/_local/oddities',
    handle: () => {
      oddities.clear();
      return { status: 204 };
    },
  },
];
