import { aCallOff } from '@ap/shared/domain/call-off/call-off.fixture';
import { defaultOrderPolicy } from '@ap/shared/domain/orders/order-policy';
import { settingShapes } from '@ap/shared/lists/setting-values';
import { nextCandidates } from '../../functions/src/orders/next-candidates.ts';
import { memoryWorld } from '../ports/memory-world.ts';

test('row 41: how far away a provider is asked next is a row in Settings; rows that do not say it keep 25 miles', async () => {
  const earlier = settingShapes['order-policy'].parse({ noticeSchoolDays: 5, answerWorkingDays: 2 });
  expect(earlier.reachMiles).toBe(25);
  const { ports } = memoryWorld();
  const asked: (number | undefined)[] = [];
  const reaching = (reachMiles: number) =>
    nextCandidates(
      {
        ...ports,
        policies: { ...ports.policies, orderPolicy: async () => ({ ...defaultOrderPolicy, reachMiles }) },
        buyers: { ...ports.buyers, buyer: async (ref) => ({ ...(await ports.buyers.buyer(ref, 'known')), outcode: 'DT1' }) as never },
        directory: {
          ...ports.directory,
          search: (query) => {
            asked.push(query.radius);
            return ports.directory.search(query);
          },
        },
      },
      aCallOff(),
    );
  await reaching(earlier.reachMiles);
  await reaching(60);
  expect(asked).toEqual([25, 60]);
});
