import { issueLink, revokeLink } from '@ap/shared/domain/capability-link';
import type { CapabilityLinks } from '../../functions/src/ports/links.ts';

const now = '2026-11-26T10:00:00.000Z';
let count = 0;
const aLink = (subject = `P-${count}`) => {
  count += 1;
  return issueLink(
    { linkId: `6f9619ff-8b86-4011-b42d-${String(count).padStart(12, '0')}`, scope: 'provider-profile', subject, secretHash: 'h' },
    now,
  );
};

/** What every keeper of capability links does. `restarted` is the same keeper after a restart. */
export const linksContract = (
  fresh: () => Promise<{ readonly links: CapabilityLinks; readonly restarted: () => CapabilityLinks }>,
): void => {
  it('finds a link whole, after a restart too; and nothing under another id', async () => {
    const { links, restarted } = await fresh();
    const link = aLink();
    await links.keep(link);
    expect((await restarted().find(link.linkId))?.link).toEqual(link);
    expect(await links.find('6f9619ff-8b86-4011-b42d-ffffffffffff')).toBeUndefined();
  });

  it('writes a link once for each time that it was found: of two who use it at once, one does', async () => {
    const { links } = await fresh();
    const link = aLink();
    await links.keep(link);
    const eTag = (await links.find(link.linkId))?.eTag ?? '';
    const uses = await Promise.all(['a', 'b'].map((usedAt) => links.save({ ...link, usedAt }, eTag)));
    expect(uses.filter(Boolean)).toHaveLength(1);
  });

  it('knows the open links of a record: not those that are over or taken back, nor those of another', async () => {
    const { links } = await fresh();
    const subject = `P-'${count}' or subject ne ''`;
    const [open, revoked, other] = [aLink(subject), aLink(subject), aLink()];
    for (const link of [open, revoked, other]) await links.keep(link);
    await links.save(revokeLink(revoked, now), (await links.find(revoked.linkId))?.eTag ?? '');
    expect((await links.openOf('provider-profile', subject, now)).map(({ link }) => link.linkId)).toEqual([open.linkId]);
    expect(await links.openOf('provider-profile', subject, open.expiresAt)).toEqual([]);
  });

  it('knows the links of a round by the beginning of their ref, and those that went to an address', async () => {
    const { links } = await fresh();
    const holder = { email: `Office${count}@provider.example`, organisation: 'Provider', registryNumber: '01234567', providerRef: 'AO-1' };
    const subject = `AP-RD-${count}-AO-1`;
    const link = { ...aLink(subject), scope: 'application' as const, holder };
    for (const each of [link, aLink(subject), { ...aLink(`AP-RD-${count}0-AO-1`), scope: 'application' as const }]) await links.keep(each);
    const beginning = subject.replace('AO-1', '');
    expect(await links.under('application', beginning)).toEqual([link]);
    expect(await links.mailedTo('application', holder.email.toLowerCase(), now)).toEqual([link]);
    expect(await links.mailedTo('application', holder.email, '2026-11-27T00:00:00.000Z')).toEqual([]);
    expect(await links.mailedTo('provider-profile', holder.email, now)).toEqual([]);
  });
};
