import { everyStep } from '@ap/tenant/setup/steps';
import { type Council, startedCouncil } from './council.ts';

// The set-up fails at each of its writes in turn, before or after the service has performed it, and is run again.

const steps = everyStep.filter(({ name }) => !name.startsWith('Lists'));
const writes = '/v1.0/(applications|servicePrincipals|oauth2PermissionGrants|appCatalogs|sites/[^/]+/permissions)';

describe('a set-up that stopped half-way', () => {
  let council: Council;
  const countOf = async (): Promise<readonly number[]> => {
    const counts: number[] = [];
    for (const path of ['/applications', '/servicePrincipals', '/oauth2PermissionGrants', '/appCatalogs/teamsApps'])
      counts.push((await council.get(path)).length);
    for (const { id } of await council.get('/servicePrincipals'))
      counts.push((await council.get(`/servicePrincipals/${id}/appRoleAssignedTo`)).length);
    return counts;
  };

  beforeAll(async () => {
    council = await startedCouncil();
  });
  afterAll(() => council.stop());

  test.each(['POST', 'PATCH'])(
    'is whole after it was run again, at whichever %s it stopped',
    async (method) => {
      await council.apply({ steps });
      const whole = await countOf();
      let stopped = 0;
      for (; ; stopped++) {
        await council.undo({ steps });
        await council.fault(method, writes, { status: 500, applied: stopped % 2 === 1 }, stopped);
        const failed = await council.apply({ steps }).then(
          () => false,
          (failure: Error) => /Run the command again: it goes on from here/.test(failure.message),
        );
        await council.noFaults();
        if (!failed) break;
        expect([stopped, await council.apply({ steps })]).toEqual([stopped, expect.stringMatching(/^(done|nothing-to-do)$/)]);
        expect([stopped, await countOf()]).toEqual([stopped, whole]);
      }
      expect(stopped).toBe(method === 'POST' ? 17 : 7);
      await council.undo({ steps });
    },
    1_500_000,
  );
});
