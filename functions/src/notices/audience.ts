import type { NoticeAudience } from '@ap/shared/domain/notices/notice';
import { type NoticeRecipient, recipientsOf } from '@ap/shared/domain/notices/notice-recipients';
import type { Ports } from '../ports/ports.ts';

/** Whom an audience is made of by the register as last known: it costs no request, however many they are. */
export const recipientsToday = async (
  { buyers, providers }: Pick<Ports, 'buyers' | 'providers'>,
  audience: readonly NoticeAudience[],
): Promise<readonly NoticeRecipient[]> => {
  const every = await buyers.all();
  const members = await Promise.all(every.map(({ ref }) => buyers.members(ref, 'known')));
  return recipientsOf(audience, { buyers: every, members: members.flat(), providers: await providers.all() });
};
