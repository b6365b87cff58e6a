import { aPlan, closesAt } from '@ap/shared/domain/tenders/round/round.fixture';
import fc from 'fast-check';
import { frameworkFacts } from '../../functions/src/rounds/framework-facts.ts';
import { moveFramework } from '../../functions/src/rounds/frameworks.ts';
import { getRound, listRounds } from '../../functions/src/rounds/read-rounds.ts';
import { roundPerformers } from '../../functions/src/rounds/round-effects.ts';
import { amendRound, moveRound, planRound } from '../../functions/src/rounds/rounds.ts';
import { mustFind } from '../../functions/src/tenders/tender-facts.ts';
import { sweepOnce } from '../ports/worker.ts';
import { applicantIn, aRoundInWorld, ask, asks, clockAt, drainAll, helens, mailsTo, opened } from '../support/a-round.ts';
import { codeOf } from '../support/code-of.ts';

const after = closesAt.replace('12:00:00', '12:00:30');

test('news of a round for an audience that it knows no readers for reaches nobody, and an operator sees it', async () => {
  const { world, roundRef } = await aRoundInWorld();
  const stored = await mustFind(world.ports.tenders.rounds, roundRef);
  const told = world.mails.length + world.cards.length;
  const effect = { kind: 'tell', audience: 'provider', news: 'round-cancelled', id: 'e1', version: 1, madeAt: opened } as const;
  const performed = await roundPerformers(world.ports, { apply: 'https://a.test', round: () => 'https://a.test' }).tell(stored, effect);
  expect(performed).toEqual({ state: 'stuck', reason: 'no-readers-for-provider' });
  expect(world.mails.length + world.cards.length).toBe(told);
});

describe('a draft that two people change', () => {
  const shorter = (days: string) => ({ plan: structuredClone(aPlan({ clarificationsCloseAt: `2026-12-${days}T17:00:00Z` })) as never });
  const aDraft = async () => {
    const round = await aRoundInWorld();
    return { ...round, draft: await planRound(round.world.ports)(helens(shorter('18'), { ref: 'AP-2027' })) };
  };

  test('whoever saves second is told so and changes nothing; the same save again is the same save', async () => {
    const { world, draft } = await aDraft();
    const params = { ref: draft.ref };
    const first = helens({ ...shorter('10'), version: draft.version }, params);
    const saved = await amendRound(world.ports)(first);
    expect(saved.version).toBe(draft.version + 1);
    expect((await amendRound(world.ports)(first)).version).toBe(saved.version);
    expect(await codeOf(amendRound(world.ports)(helens({ ...shorter('11'), version: draft.version }, params)))).toBe('stale-version');
    expect((await getRound(world.ports)(helens(undefined, params))).plan.clarificationsCloseAt).toBe('2026-12-10T17:00:00Z');
    const now = await amendRound(world.ports)(helens({ ...shorter('11'), version: saved.version }, params));
    expect(now.plan.clarificationsCloseAt).toBe('2026-12-11T17:00:00Z');
  });

  test('what was published meanwhile is refused as published, not as changed', async () => {
    const { world, draft } = await aDraft();
    const params = { ref: draft.ref };
    await moveRound(world.ports)(helens({ move: 'publish' as const }, params));
    expect(await codeOf(amendRound(world.ports)(helens({ ...shorter('10'), version: draft.version }, params)))).toBe('not-in-this-state');
  });
});

describe('a round by the clock (row 9)', () => {
  test('opens and closes at its times; what was submitted enters evaluation, a draft lapses, each applicant is told', async () => {
    const round = await aRoundInWorld();
    const { world, roundRef } = round;
    expect((await getRound(world.ports)(helens(undefined, { ref: roundRef }))).status).toBe('published');
    expect(await clockAt(world, opened)).toMatchObject({ moved: 1, failed: 0 });
    const [whole, half] = [await applicantIn(round), await applicantIn(round, 'half@other.example')];
    await whole.start();
    await whole.save();
    await whole.declare();
    await whole.move('submit');
    await half.start();
    await clockAt(world, after);
    await clockAt(world, after);
    const reply = await getRound(world.ports)(helens(undefined, { ref: roundRef }));
    expect(reply).toMatchObject({ status: 'closed', applications: { 'in-evaluation': 1, lapsed: 1 } });
    expect((await world.ports.tenders.lotApplications.known()).map(({ state }) => state.lotKey)).toEqual(['AP-2027-1']);
    expect(mailsTo(round, 'half@other.example')).toContain('Your application for Alternative provision 2027 was not submitted');
    expect((await world.ports.tenders.frameworks.find('AP-2027'))?.state.status).toBe('pending');
  });

  test('late is refused by the clock, whether or not a timer has run; what was sent can still be read for two weeks', async () => {
    const round = await aRoundInWorld();
    await clockAt(round.world, opened);
    const one = await applicantIn(round);
    await one.start();
    await one.save();
    round.world.clock.now = closesAt;
    expect(await codeOf(one.save())).toBe('round-late');
    expect(await codeOf(one.move('submit'))).toBe('round-late');
    expect((await one.view()).closed).toContain('Thursday 31 December 2026 at midday');
    round.world.clock.now = '2027-01-14T11:59:59Z';
    expect(await codeOf(one.view())).toBe('done');
    round.world.clock.now = '2027-01-14T12:00:00Z';
    expect(await codeOf(one.view())).toBe('link-not-open');
  });

  test('two instances of the clock give each command once', async () => {
    const { world, roundRef } = await aRoundInWorld();
    await Promise.all([clockAt(world, opened), clockAt(world, opened)]);
    const { history } = await getRound(world.ports)(helens(undefined, { ref: roundRef }));
    expect(history.filter(({ what }) => what === 'Opened')).toHaveLength(1);
  });

  test('a round that is extended takes applications until its later close, and every applicant is told why', async () => {
    const round = await aRoundInWorld();
    await clockAt(round.world, opened);
    const one = await applicantIn(round);
    await one.start();
    const later = '2027-01-15T12:00:00Z';
    await moveRound(round.world.ports)(
      helens({ move: 'extend' as const, closesAt: later, reason: 'The portal was down.' }, { ref: round.roundRef }),
    );
    await drainAll(round.world);
    expect(round.world.mails.at(-1)).toMatchObject({
      to: 'office@blackmore.example',
      subject: 'More time to apply for Alternative provision 2027',
    });
    expect(round.world.mails.at(-1)?.html).toContain('The portal was down.');
    round.world.clock.now = after;
    expect(await codeOf(one.save())).toBe('done');
  });

  test('a framework that is cancelled cancels its rounds, and its applicants are told once', async () => {
    const round = await aRoundInWorld();
    await asks(round, 'office@blackmore.example');
    await moveFramework(round.world.ports)(helens({ move: 'cancel' as const, reason: 'No money.' }, { ref: 'AP-2027' }));
    await drainAll(round.world);
    expect((await getRound(round.world.ports)(helens(undefined, { ref: round.roundRef }))).status).toBe('cancelled');
    expect(mailsTo(round, 'office@blackmore.example').filter((subject) => subject.includes('was cancelled'))).toEqual([
      'Alternative provision 2027 was cancelled',
      'The round of Alternative provision 2027 was cancelled',
    ]);
  });
});

describe('before the close', () => {
  test('a commissioner reads how many applications are in which state, and no answer, no price, no name (row 9)', async () => {
    const round = await aRoundInWorld();
    await clockAt(round.world, opened);
    const one = await applicantIn(round);
    await one.start();
    await one.save();
    const [listed, read] = [
      await listRounds(round.world.ports)(helens(undefined, undefined)),
      await getRound(round.world.ports)(helens(undefined, { ref: round.roundRef })),
    ];
    expect(listed.rounds[0]?.applications).toEqual({ draft: 1 });
    for (const text of ['Blackmore', 'AO-', '4000', 'We count hours']) expect(JSON.stringify([listed, read])).not.toContain(text);
  });
});

describe('the next round', () => {
  test('row 11: begins with the answers of the last one where the same question is asked, and with nothing of another organisation', async () => {
    const first = await aRoundInWorld();
    const { world } = first;
    const questions = aPlan().questionSet.questions.filter(({ key }) => key !== 'impact');
    const changed = questions.map((question) =>
      question.key === 'communication' ? { ...question, text: 'How do you keep in touch?' } : question,
    );
    const weighed = changed.map((question) =>
      question.marking.kind === 'scored'
        ? { ...question, marking: { kind: 'scored', weight: question.key === 'communication' ? 34 : 33 } }
        : question,
    );
    const plan = aPlan({ closesAt: '2027-02-28T12:00:00Z', questionSet: { version: 'second', questions: weighed as typeof questions } });
    const { ref } = await planRound(world.ports)(helens({ plan: structuredClone(plan) as never }, { ref: 'AP-2027' }));
    await moveRound(world.ports)(helens({ move: 'publish' as const }, { ref }));
    await clockAt(world, opened);
    const one = await applicantIn(first);
    await one.start();
    await one.save();
    await clockAt(world, after);
    const second = { world, roundRef: ref };
    const again = await applicantIn(second);
    expect((await again.view()).canReuse).toBe(true);
    const answers = (await again.start(true)).application?.answers ?? {};
    expect(Object.keys(answers).sort()).toEqual(['insured', 'keeping-pupils-safe', 'not-an-illegal-school']);
    const other = await applicantIn(second, 'other@other.example');
    expect((await other.view()).canReuse).toBe(false);
    expect(await codeOf(other.start(true))).toBe('nothing-to-reuse');
  });

  test('R32: nobody waits for what was sent to a round that was cancelled', async () => {
    const round = await aRoundInWorld();
    await clockAt(round.world, opened);
    await (await applicantIn(round)).start();
    expect((await frameworkFacts(round.world.ports, 'AP-2027')).undecided).toBe(1);
    await moveRound(round.world.ports)(helens({ move: 'cancel' as const, reason: 'No need.' }, { ref: round.roundRef }));
    expect((await frameworkFacts(round.world.ports, 'AP-2027')).undecided).toBe(0);
  });
});

test('after everything has drained every accepted command is exactly one audit event, whatever people do and whenever', async () => {
  const acts = ['start', 'save', 'declare', 'submit', 'take-back', 'withdraw', 'ask', 'clock', 'extend', 'hour', 'week'] as const;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...acts), { minLength: 5, maxLength: 25 }), fc.boolean(), async (story, queueFails) => {
      const round = await aRoundInWorld();
      const { world } = round;
      await clockAt(world, opened);
      const one = await applicantIn(round);
      /** Time passes; the sweep finds what never reached the queue. */
      const pass = async (milliseconds: number): Promise<void> => {
        world.effects.down.queue = false;
        world.clock.now = new Date(Date.parse(world.clock.now) + milliseconds).toISOString();
        for (let run = 0; run < 2; run += 1) {
          await sweepOnce(world);
          await drainAll(world);
        }
      };
      for (const act of story) {
        world.effects.down.queue = queueFails && act !== 'clock';
        const tried = async () => {
          if (act === 'start') return one.start();
          if (act === 'save') return one.save();
          if (act === 'declare') return one.declare();
          if (act === 'ask') return ask(round, one.link, 'How long is a session?');
          if (act === 'extend')
            return moveRound(world.ports)(
              helens({ move: 'extend' as const, closesAt: '2027-01-09T12:00:00Z', reason: 'Holidays.' }, { ref: round.roundRef }),
            );
          if (act === 'submit' || act === 'take-back' || act === 'withdraw') return one.move(act);
          if (act === 'clock') return clockAt(world, world.clock.now);
          await pass(act === 'hour' ? 3_600_000 : 7 * 86_400_000);
        };
        await codeOf(tried());
      }
      await pass(60_000);
      await clockAt(world, world.clock.now);
      await pass(120_000);
      const records = (
        await Promise.all([
          world.ports.tenders.frameworks.known(),
          world.ports.tenders.rounds.known(),
          world.ports.tenders.clarifications.known(),
          world.ports.tenders.applications.known(),
        ])
      ).flat();
      for (const { state } of records) {
        const versions = world.audit.filter(({ subject }) => subject === state.ref).map(({ subjectVersion }) => subjectVersion);
        expect([...versions].sort((a, b) => a - b)).toEqual(Array.from({ length: state.version }, (_, index) => index + 1));
      }
    }),
    { numRuns: 25 },
  );
});
