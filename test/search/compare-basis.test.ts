import { aBuyer, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { compareBasis } from '../../functions/src/directory/compare-basis.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

const ofSchool = callerOf(senco);

test('R39: a college compares prices with VAT, a school and whoever acts for nobody without', async () => {
  const { ports, facts } = memoryWorld();

  expect(await compareBasis(ofSchool, ports)).toBe('ex');
  facts.buyer = aBuyer({ type: 'further-education' });
  expect(await compareBasis(ofSchool, ports)).toBe('inc');
  expect(await compareBasis({ ...ofSchool, memberships: [] }, ports)).toBe('ex');
});
