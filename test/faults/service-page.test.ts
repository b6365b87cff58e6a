import { aBuyer, aService, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { getService } from '../../functions/src/directory/get-service.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

test.each([
  ['academy' as const, 'ex'],
  ['further-education' as const, 'inc'],
])('R39: the price of a service leads as a buyer of the type %s compares: %s VAT', async (type, vat) => {
  const world = memoryWorld();
  world.facts.buyer = aBuyer({ type });
  const params = { serviceRef: aService().ref };
  expect(await getService(world.ports)({ caller: callerOf(senco), params, query: undefined, body: undefined, key: '' })).toMatchObject({
    vat,
  });
});
