import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts } from '@ap/local/launch/ports';
import { startStack } from '@ap/local/launch/stack';
import { councilTenantId } from '@ap/local/sample/ids';
import { listEditor } from '../support/list-editor.ts';
import { peopleOf } from '../support/signed-in.ts';
import { membersOf, type SchoolTeam, withCrowd } from './crowd.ts';

/** The stack of `npm start` without its windows, every timer on, in which each of these schools can buy. */
export const stageOf = async (teams: readonly SchoolTeam[]) => {
  const stateDir = mkdtempSync(path.join(tmpdir(), 'ap-load-'));
  const stack = await startStack({
    stateDir,
    ports: await freePorts(),
    only: ['azurite', 'tenant', 'register', 'functions'],
    changeOrganisation: withCrowd(teams),
  });
  const people = peopleOf({ ...stack.addresses, caPath: stack.caPath });
  const editor = listEditor({ people }, 'administrator');
  for (const team of teams) {
    await editor.edit('Buyers', team.buyerRef, {
      BuyerType: 'maintained-school',
      TenantIds: councilTenantId,
      LegalBuyer: `The governing body of ${team.name}`,
      InvoiceAddress: `Finance office, ${team.name}`,
    });
    for (const row of membersOf(team)) await editor.add('BuyerMembers', row);
  }
  if (!stack.functions || stack.storage === undefined) throw new Error('The stack of a load has a host and storage.');
  return {
    people,
    editor,
    api: stack.addresses.api,
    storage: stack.storage,
    hostPid: stack.functions.child.pid,
    stateDir,
    crashed: stack.crashed,
    stop: async () => {
      await stack.stop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
};

export type Stage = Awaited<ReturnType<typeof stageOf>>;
