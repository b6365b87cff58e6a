import { aBuyer, senco } from '@ap/shared/domain/call-off.fixture';
import { memoryWorld } from '../../../test/ports/memory-world.ts';
import { callerOf } from '../../../test/ports/people.ts';
import { compareBasis } from './compare-basis.ts';

const ofSchool = callerOf(senco);

test('R39: a college compares prices with VAT, a school and whoever acts for nobody without', async () => {
  const { ports, facts } = memoryWorld();

  expect(await compareBasis(ofSchool, ports)).toBe('ex');
  facts.buyer = aBuyer({ type: 'further-education' });
  expect(await compareBasis(ofSchool, ports)).toBe('inc');
  expect(await compareBasis({ ...ofSchool, memberships: [] }, ports)).toBe('ex');
});
