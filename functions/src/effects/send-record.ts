import type { QueryOf, ReplyOf } from '@ap/shared/contract/endpoint';
import type { listNoticeSends as declared } from '@ap/shared/contract/managed-notices';
import type { NoticeSend } from '@ap/shared/domain/notices/notice-send';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';

const pageSize = 100;

/** Whom something was sent to, as the record stands. */
export const sendsOf = async ({ noticeSends }: Pick<Ports, 'noticeSends'>, ref: string): Promise<readonly NoticeSend[]> =>
  (await noticeSends.of(ref)).map(({ send }) => send);

/** A page of a send record, by name; of those that stand in one way, where that is asked for. */
export const pageOfSends = (
  sends: readonly NoticeSend[],
  { state: asked, page = 1 }: QueryOf<typeof declared>,
): ReplyOf<typeof declared> => {
  const found = sends
    .filter(({ state }) => asked === undefined || state === asked)
    .map(({ to, state, reason, at }) => ({
      name: to.kind === 'person' ? to.person.name : to.name,
      ...withoutAbsent({ of: to.kind === 'person' ? to.of : undefined, reason }),
      state,
      at,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const from = (page - 1) * pageSize;
  return { total: found.length, sends: found.slice(from, from + pageSize) };
};
