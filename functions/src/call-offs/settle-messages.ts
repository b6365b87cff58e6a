import type { settleMessages as declared } from '@ap/shared/contract/call-offs';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { settleMessages as decide } from '@ap/shared/domain/call-off/settle-messages';
import { runCommand } from '../commands/run-command.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { toReply } from './call-off-view.ts';

/** A commissioner has told those whom no message reached. */
export const settleMessages =
  (ports: Ports) =>
  async ({ caller, params, key }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const stored = await runCommand(
      ports,
      { ref: params.ref, by: caller.person, key, content: 'settle-messages' },
      async (present, command) => decide(present.callOff, command),
    );
    return toReply(stored.callOff, caller, await ports.effects.receipts(stored.callOff.ref), ports.clock.now());
  };
