import { aDeclaration } from '@ap/shared/domain/tenders/application/application.fixture';
import { askApplicationLink } from '../../functions/src/applications/ask-link.ts';
import { withdrawClarification } from '../../functions/src/applications/questions.ts';
import { answerClarification } from '../../functions/src/rounds/clarifications.ts';
import { inviteApplicant } from '../../functions/src/rounds/invite-applicant.ts';
import { getRound } from '../../functions/src/rounds/read-rounds.ts';
import { moveRound } from '../../functions/src/rounds/rounds.ts';
import {
  applicantIn,
  aRoundInWorld,
  ask,
  asks,
  clockAt,
  drainAll,
  helens,
  linkMailedTo,
  mailsTo,
  newKey,
  opened,
  pageOf,
} from '../support/a-round.ts';
import { codeOf } from '../support/code-of.ts';

describe('the link of an applicant', () => {
  test('is asked for by anybody and answered alike: unknown round, known address, too many (row 9)', async () => {
    const round = await aRoundInWorld();
    const answers = [];
    for (let time = 0; time < 7; time += 1) answers.push(await asks(round, 'a@b.example', `0000000${time}`));
    answers.push(await asks({ ...round, roundRef: 'RD-NONE' }, 'c@d.example'));
    expect(new Set(answers.map(({ told }) => told)).size).toBe(1);
    // However many organisations are named: five messages a day for one mailbox.
    expect(mailsTo(round, 'a@b.example')).toHaveLength(5);
    expect(mailsTo(round, 'c@d.example')).toEqual([]);
    expect(await codeOf(asks(round, 'nobody'))).toBe('text-required');
  });

  test('carries no words of a stranger to anybody: a name is a name, and the mail does not repeat it', async () => {
    const round = await aRoundInWorld();
    const as = (organisation: string) =>
      askApplicationLink(
        round.world.ports,
        pageOf,
      )({
        body: { roundRef: round.roundRef, email: 'victim@a.example', organisation, registryNumber: '01234567' },
        key: '',
      });
    for (const bait of ['See https://evil.example', 'www.evil', 'evil.example', 'Pay now!\nclick', 'x'.repeat(121)])
      expect(await codeOf(as(bait))).toBe('text-required');
    await as('Pay Helen at once');
    expect(round.world.mails.at(-1)?.html).toContain('Dear applicant');
    expect(round.world.mails.at(-1)?.html).not.toContain('Pay Helen');
  });

  test('is mailed a hundred times an hour for one round at most', async () => {
    const round = await aRoundInWorld();
    for (let time = 0; time < 103; time += 1) await asks(round, `a${time}@b.example`);
    expect(round.world.mails).toHaveLength(100);
    expect(round.world.log.filter(({ name }) => name === 'application-link-not-sent')).toHaveLength(3);
    round.world.clock.now = new Date(Date.parse(round.world.clock.now) + 3_600_001).toISOString();
    await asks(round, 'later@b.example');
    expect(round.world.mails).toHaveLength(101);
  });

  test('opens as often as it is needed, and a second one leaves the first open', async () => {
    const round = await aRoundInWorld();
    await clockAt(round.world, opened);
    const one = await applicantIn(round);
    await one.start();
    await asks(round, 'office@blackmore.example');
    for (let time = 0; time < 60; time += 1) await one.view();
    expect(await codeOf(one.save())).toBe('done');
  });

  test('opens its own application only: whoever knows a registry number comes to none of another', async () => {
    const round = await aRoundInWorld();
    await clockAt(round.world, opened);
    const one = await applicantIn(round);
    await one.start();
    const thief = await applicantIn(round, 'thief@else.example');
    expect((await thief.view()).application).toBeUndefined();
    expect(await codeOf(thief.save({ version: 1 }))).toBe('not-in-this-state');
  });

  test('of a provider on the register goes to the address that the register has', async () => {
    const round = await aRoundInWorld();
    const provider = round.world.facts.listing.provider;
    if (!provider) throw new Error('The sample has no provider.');
    const invited = await inviteApplicant(round.world.ports, pageOf)(helens({ providerRef: provider.ref }, { ref: round.roundRef }));
    expect(invited.sentTo).toBe(provider.email);
    expect(linkMailedTo(round.world, provider.email).secret).toHaveLength(43);
    const secrets = round.world.mails.flatMap(({ html }) => /#[\w-]+\.([\w-]{43})/.exec(html)?.[1] ?? []);
    for (const secret of secrets) expect(JSON.stringify([round.world.log, round.world.audit])).not.toContain(secret);
  });
});

describe('an application', () => {
  test('two windows do not overwrite each other: the second is told, and nothing of the first is lost', async () => {
    const round = await aRoundInWorld();
    await clockAt(round.world, opened);
    const one = await applicantIn(round);
    const { application } = await one.start();
    const version = application?.version ?? 0;
    await one.save({ version, answers: { communication: { kind: 'text', text: 'First window' } } });
    expect(await codeOf(one.save({ version, answers: { communication: { kind: 'text', text: 'Second window' } } }))).toBe('stale-version');
    expect((await one.view()).application?.answers.communication).toEqual({ kind: 'text', text: 'First window' });
  });

  test('a save that comes twice, as after a lost answer, is one version', async () => {
    const round = await aRoundInWorld();
    await clockAt(round.world, opened);
    const one = await applicantIn(round);
    const { application } = await one.start();
    const version = application?.version ?? 0;
    const key = newKey();
    const [a, b] = [await one.save({ version, key }), await one.save({ version, key })];
    expect(b.application?.version).toBe(a.application?.version);
  });

  test('R37: is submitted only with every ground answered; R36: and the sentence that nothing is guaranteed accepted', async () => {
    const round = await aRoundInWorld();
    await clockAt(round.world, opened);
    const one = await applicantIn(round);
    await one.start();
    await one.save();
    expect(await codeOf(one.move('submit'))).toBe('declaration-incomplete');
    expect(await codeOf(one.declare(aDeclaration({ grounds: {} })))).toBe('declaration-incomplete');
    expect(await codeOf(one.declare(aDeclaration({ acceptsNoGuarantee: false })))).toBe('declaration-incomplete');
    await one.declare();
    expect((await one.move('submit')).application?.status).toBe('submitted');
    await drainAll(round.world);
    expect(mailsTo(round, 'office@blackmore.example')).toContain('Your application for Alternative provision 2027 was submitted');
  });

  test('is taken back, withdrawn and begun again before the close (row 12)', async () => {
    const round = await aRoundInWorld();
    await clockAt(round.world, opened);
    const one = await applicantIn(round);
    await one.start();
    await one.save();
    await one.declare();
    await one.move('submit');
    const back = await one.move('take-back');
    expect(back.application).toMatchObject({ status: 'draft' });
    expect(back.application?.declaration).toBeUndefined();
    expect((await one.move('withdraw')).application?.status).toBe('withdrawn');
  });
});

describe('questions about the round (row 12)', () => {
  test('a commissioner answers to everybody, without who asked; the asker is told of a refusal alone', async () => {
    const round = await aRoundInWorld();
    const { ports } = round.world;
    const [one, two] = [await applicantIn(round), await applicantIn(round, 'two@two.example')];
    await ask(round, one.link, 'May Blackmore Vale name two sites?');
    await ask(round, one.link, 'Who else applies?');
    await drainAll(round.world);
    expect(round.world.cards.map(({ summary }) => summary)).toContain('A question about Alternative provision 2027 waits');
    const asked = round.world.cards.find(({ summary }) => summary.includes('waits'));
    expect(JSON.stringify(asked?.card.actions)).toContain(`/commissioning/rounds/${round.roundRef}`);
    expect(JSON.stringify(asked?.card)).not.toContain('AO-');
    const { clarifications } = await getRound(ports)(helens(undefined, { ref: round.roundRef }));
    const [first, second] = clarifications.map(({ ref }) => ref);
    const answer = (question: string) =>
      answerClarification(ports)(helens({ outcome: 'answer' as const, question, answer: 'Yes.' }, { ref: first ?? '' }));
    expect(await codeOf(answer('May Blackmore Vale name two sites?'))).toBe('names-the-asker');
    await answer('May we name two sites?');
    await answerClarification(ports)(helens({ outcome: 'decline' as const, reason: 'That is not told.' }, { ref: second ?? '' }));
    await drainAll(round.world);
    expect((await two.view()).clarifications).toEqual({
      answered: [{ question: 'May we name two sites?', answer: 'Yes.', answeredAt: round.world.clock.now }],
      own: [],
    });
    for (const email of ['office@blackmore.example', 'two@two.example'])
      expect(mailsTo(round, email)).toContain('A question about Alternative provision 2027 was answered');
    expect(mailsTo(round, 'two@two.example')).not.toContain('Your question about Alternative provision 2027 is not answered');
    expect(mailsTo(round, 'office@blackmore.example')).toContain('Your question about Alternative provision 2027 is not answered');
  });

  test('nobody takes back the question of another', async () => {
    const round = await aRoundInWorld();
    const [one, two] = [await applicantIn(round), await applicantIn(round, 'two@two.example')];
    const ref = (await ask(round, one.link, 'How long?')).clarifications.own[0]?.ref ?? '';
    const unask = (link: typeof one.link) => withdrawClarification(round.world.ports)({ body: { link, ref }, key: newKey() });
    expect(await codeOf(unask(two.link))).toBe('not-found');
    expect((await unask(one.link)).clarifications.own).toEqual([]);
  });
});

test('one mailbox that fails keeps nobody else waiting, and nobody is told twice', async () => {
  const round = await aRoundInWorld();
  await clockAt(round.world, opened);
  for (const email of ['a@a.example', 'b@b.example']) await applicantIn(round, email);
  const before = round.world.mails.length;
  round.world.down.mail = true;
  await moveRound(round.world.ports)(helens({ move: 'cancel' as const, reason: 'No need.' }, { ref: round.roundRef }));
  await drainAll(round.world);
  round.world.down.mail = false;
  await drainAll(round.world);
  await drainAll(round.world);
  expect(round.world.mails.slice(before).map(({ to }) => to)).toEqual(['a@a.example', 'b@b.example']);
});
