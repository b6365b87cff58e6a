import { localDate } from '@ap/shared/domain/days/local-date';
import { personKey } from '@ap/shared/domain/people/person';
import { awardApprover, commissioner, secondCommissioner } from '@ap/shared/domain/tenders/tender.fixture';
import { checkExclusion } from '../../functions/src/awards/award-steps.ts';
import { askedOf, at, award, click, dataOf, decidedAt, does, expectOneEventForEachVersion, ref, waiting } from '../ports/award-world.ts';
import { callOf, settle, tenderWorld } from '../ports/tender-world.ts';
import { codeOf } from '../support/code-of.ts';

describe('row 18: the card of an award', () => {
  test('goes to every approver who neither scored nor proposed it, and to nobody else', async () => {
    const world = await waiting();
    expect(world.cards.filter(({ summary }) => summary.includes('waits for you')).map(({ to }) => to)).toEqual([personKey(awardApprover)]);
    const words = JSON.stringify(askedOf(world, awardApprover)[0]?.card);
    for (const told of [
      'Blackmore Vale',
      'Quality 72.00 + price 8.00 = 80.00 points, place 1',
      '£150.00 per day',
      'DN608441',
      'Cora Winfrith',
    ])
      expect(words).toContain(told);
    expect((await award(world)).mayDecide).toEqual([awardApprover.name]);
  });

  test('where no card arrives a mail says how it is decided', async () => {
    const world = await tenderWorld(decidedAt);
    world.down.onlyTenant = 'nobody';
    await does.import(world);
    await does.check(world, '2027-01-27');
    await settle(world);
    expect(world.mails.filter(({ to }) => to === awardApprover.email).map(({ subject }) => subject)).toEqual([
      'An award to Blackmore Vale waits for you',
    ]);
  });

  test('asks first, approves once, and is refreshed when it is decided: the first decision stands', async () => {
    const world = await waiting();
    const [asked] = askedOf(world, awardApprover);
    const data = dataOf(asked?.card, 'Approve');
    const { card: confirm } = await click(world, awardApprover, 'ask-approve-award', data);
    expect((await award(world)).status).toBe('proposed');
    const approve = dataOf(confirm, 'Approve this award');
    const { card } = await click(world, awardApprover, 'approve-award', approve);
    expect(card.actions).toEqual([]);
    await click(world, awardApprover, 'approve-award', approve);
    expect((await award(world)).version).toBe(3);
    const late = await click(world, awardApprover, 'reject-award', { ...data, commandKey: 'another-key-of-a-click', comment: 'No.' });
    expect(JSON.stringify(late.card)).toContain('the award is approved');
    await settle(world);
    expect(world.updates).toHaveLength(1);
    expect(JSON.stringify(world.updates[0]?.card)).toContain('Approved by Abel Chesil');
  });

  test('two clicks at once are one decision, and both are shown it', async () => {
    const world = await waiting();
    const data = dataOf(askedOf(world, awardApprover)[0]?.card, 'Approve');
    const cards = await Promise.all([
      click(world, awardApprover, 'approve-award', { ...data, commandKey: 'the-key-of-one-click' }),
      click(world, awardApprover, 'reject-award', { ...data, commandKey: 'the-key-of-the-other', comment: 'No.' }),
    ]);
    const { status, version } = await award(world);
    expect(version).toBe(3);
    for (const { card } of cards) expect(JSON.stringify(card)).toContain(`The award to Blackmore Vale is ${status}`);
    await settle(world);
    expectOneEventForEachVersion(world, ref, 3);
  });

  test('is bound to what it showed: an award that was checked anew is shown again before it is decided', async () => {
    const world = await waiting();
    const data = dataOf(askedOf(world, awardApprover)[0]?.card, 'Approve');
    await checkExclusion(world.ports)(
      callOf(commissioner, at, {
        outcome: 'self-cleaned' as const,
        debarmentListCheckedOn: localDate('2027-01-28'),
        reason: 'Insolvency of 2019, paid in full.',
      }),
    );
    const { card } = await click(world, awardApprover, 'approve-award', data);
    expect(JSON.stringify(card)).toContain('was changed since you opened it');
    expect(JSON.stringify(card)).toContain('Insolvency of 2019');
    expect((await award(world)).status).toBe('proposed');
    expect(
      await codeOf(click(world, awardApprover, 'approve-award', { ...dataOf(card, 'Approve'), commandKey: 'the-key-of-a-third-click' })),
    ).toBe('done');
    expect((await award(world)).status).toBe('approved');
  });

  test('tells nothing to somebody who approves no awards', async () => {
    const world = await waiting();
    const data = dataOf(askedOf(world, awardApprover)[0]?.card, 'Approve');
    expect(await codeOf(click(world, secondCommissioner, 'ask-approve-award', data))).toBe('not-allowed');
    expect(await codeOf(click(world, awardApprover, 'approve-award', { ref: 'nonsense' }))).toBe('input-not-understood');
  });

  test('a rejection asks for its reason, and commissioners read it', async () => {
    const world = await waiting();
    const data = dataOf(askedOf(world, awardApprover)[0]?.card, 'Reject');
    const { card } = await click(world, awardApprover, 'reject-award', data);
    expect(JSON.stringify(card)).toContain('Enter why the award is rejected');
    await click(world, awardApprover, 'reject-award', {
      ...data,
      commandKey: 'another-key-of-a-click',
      comment: 'The evidence does not match.',
    });
    await settle(world);
    expect((await award(world)).status).toBe('rejected');
    const told = world.cards.filter(({ summary }) => summary.includes('is rejected'));
    expect(told.map(({ to }) => to).sort()).toEqual([personKey(commissioner), personKey(secondCommissioner)].sort());
    expect(JSON.stringify(told[0]?.card)).toContain('The evidence does not match.');
  });
});
