import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import type { saveApplication } from '@ap/shared/contract/applications';
import { clientOf } from '@ap/shared/contract/client';
import type { BodyOf } from '@ap/shared/contract/endpoint';
import { linkApi } from '@ap/shared/contract/link-api';
import type { planFramework, planRound } from '@ap/shared/contract/rounds';
import { addDays, addMonths, formatDate, type LocalDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { exclusionGrounds } from '@ap/shared/domain/tenders/application/exclusion-grounds';
import type { FrameworkKind } from '@ap/shared/domain/tenders/framework/framework-terms';
import { methodStatements } from '@ap/shared/domain/tenders/round/method-statements';
import { linkInMail } from '../support/link-in-mail.ts';
import { listEditor } from '../support/list-editor.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

/** What every part of the walk knows: where it runs, how it tells what it sees, and the days that it lives through. */
export interface TenderWalk {
  readonly stack: TestStack;
  readonly say: (line: string) => void;
  readonly frameworkRef: string;
  readonly lotKey: string;
  readonly days: TenderDays;
  /** Whether providers may join in later rounds; 'closed' where it is left out. */
  readonly kind?: FrameworkKind;
}

export interface TenderDays {
  readonly today: LocalDate;
  readonly opens: LocalDate;
  readonly questionsUntil: LocalDate;
  readonly closes: LocalDate;
  readonly liveFrom: LocalDate;
}

/** A round of three weeks from tomorrow, for a framework that begins four months on. */
export const tenderDays = (today: LocalDate): TenderDays => ({
  today,
  opens: addDays(today, 1),
  questionsUntil: addDays(today, 14),
  closes: addDays(today, 22),
  liveFrom: addMonths(today, 4),
});

/** Noon in London at any time of the year lies in this hour, which is all that the walk needs. */
export const atNoon = (day: LocalDate): string => `${day}T12:00:00Z`;

/** Who applies: a name, how it prices an hour, and what it says. */
export interface Applicant {
  readonly organisation: string;
  readonly email: string;
  readonly registryNumber: string;
  readonly hourly: number;
  readonly serviceName: string;
}

export const applicants = {
  hillside: {
    organisation: 'Hillside Outdoor Learning (sample)',
    email: 'office@hillside.example',
    registryNumber: '09876543',
    hourly: 42_00,
    serviceName: 'Woodland mornings',
  },
  harbour: {
    organisation: 'Harbour Workshops (sample)',
    email: 'hello@harbour.example',
    registryNumber: '08765432',
    hourly: 38_50,
    serviceName: 'Boat building',
  },
  late: {
    organisation: 'Late Starters (sample)',
    email: 'late@starters.example',
    registryNumber: '07654321',
    hourly: 30_00,
    serviceName: 'Too late',
  },
} as const satisfies Record<string, Applicant>;

const insured = {
  key: 'insured',
  text: 'Do you hold public liability insurance of at least £5 million?',
  lots: 'every' as const,
  mandatory: true,
  kind: 'yes-no' as const,
  marking: { kind: 'pass-or-fail' as const, passes: 'yes' as const },
};

/** The round as the commissioner plans it, and the two applications that come in before it closes. */
export const walkRound = async (walk: TenderWalk): Promise<{ readonly roundRef: string }> => {
  const { stack, say, frameworkRef, lotKey, days, kind = 'closed' } = walk;
  const helen = stack.people.commissioning('commissioner');
  const key = randomUUID;
  await listEditor(stack, 'commissioner').add('Lots', {
    Title: lotKey,
    FrameworkRef: frameworkRef,
    Number: 1,
    Name: 'Engagement & Reengagement',
    Status: 'open',
  });
  const terms: BodyOf<typeof planFramework>['terms'] = {
    name: `Alternative Provision ${days.liveFrom.slice(0, 4)} (sample)`,
    authority: 'Dorset sample council',
    legalRegime: 'pa-2023-light-touch',
    kind,
    eligibleBuyerTypes: ['maintained-school', 'academy', 'special-school', 'council-department'],
    scope: 'Programmes that bring children back into learning.',
    lotKeys: [lotKey],
    priceRule: 'fixed-for-the-term',
    maxValue: pence(4_000_000_00),
    selectionProcess: 'One competition, scored for quality and price.',
    permittedBases: ['lowest-price', 'only-match', 'continuity'],
    standstillWorkingDays: 8,
    liveFrom: days.liveFrom,
    expiresOn: addDays(addMonths(days.liveFrom, 48), -1),
    pricePeriodMonths: 48,
  };
  await helen.planFramework({ body: { ref: frameworkRef, terms }, key: key() });
  const plan: BodyOf<typeof planRound>['plan'] = {
    opensAt: atNoon(days.opens),
    clarificationsCloseAt: atNoon(days.questionsUntil),
    closesAt: atNoon(days.closes),
    lots: [{ lotKey, qualityWeight: 80, priceWeight: 20, passMark: 50, priceUnit: 'hour', mostAwards: 1 }],
    questionSet: { version: 'walk-1', questions: structuredClone([...methodStatements.questions, insured]) as never },
  };
  const { ref: roundRef } = await helen.planRound({ params: { ref: frameworkRef }, body: { plan }, key: key() });
  await helen.moveRound({ params: { ref: roundRef }, body: { move: 'publish' }, key: key() });
  await helen.moveFramework({ params: { ref: frameworkRef }, body: { move: 'open' }, key: key() });
  say(
    `1. Helen Strand plans ${frameworkRef} and publishes round ${roundRef}: open ${formatDate(days.opens, 'plain')} to ${formatDate(days.closes, 'plain')}, quality 80, price 20, one award at most, ${plan.questionSet.questions.length} questions`,
  );

  stack.moveClock(atNoon(addDays(days.opens, 1)));
  await stack.runTimer('roundClock');
  strictEqual((await helen.getRound({ params: { ref: roundRef } })).status, 'open');
  say(`2. The clock opens it. Anybody who asks is mailed a link to apply`);
  const hillside = await applyBy(walk, roundRef, applicants.hillside);
  const harbour = await applyBy(walk, roundRef, applicants.harbour);
  const late = await applyBy(walk, roundRef, applicants.late);
  await hillside.asks('Does an hour include the journey?');
  await hillside.answers();
  const seen = await hillside.view();
  say(
    `3. ${applicants.hillside.organisation} asks a question, saves, leaves, and finds ${Object.keys(seen.application?.answers ?? {}).length} answers when it comes back`,
  );
  const [waiting] = (await helen.getRound({ params: { ref: roundRef } })).clarifications;
  ok(waiting && waiting.status === 'asked');
  await helen.answerClarification({
    params: { ref: waiting.ref },
    body: { outcome: 'answer', question: 'Does an hour include the journey?', answer: 'No. An hour is an hour with the child.' },
    key: key(),
  });
  const told = await eventually('the answer for every applicant', async () => (await harbour.view()).clarifications.answered[0]);
  say(`4. The answer goes to all, without a name: "${told.answer}"`);
  ok(!JSON.stringify(told).includes('Hillside'));

  for (const each of [hillside, harbour]) {
    await each.answers();
    await each.declares();
    await each.submits();
  }
  await late.answers();
  const before = await helen.getRound({ params: { ref: roundRef } });
  deepStrictEqual(before.applications, { submitted: 2, draft: 1 });
  say(
    `5. Two submit; one still writes. Before the close Helen Strand sees how many and nothing of what they wrote: ${JSON.stringify(before.applications)}`,
  );
  ok(!JSON.stringify(before).includes('does it.') && !JSON.stringify(before).includes(String(applicants.hillside.hourly)));

  stack.moveClock(atNoon(days.closes));
  await rejects(late.submits(), /closed/i);
  await stack.runTimer('roundClock');
  await eventually('evaluation', async () => {
    const { status, applications } = await helen.getRound({ params: { ref: roundRef } });
    return status === 'closed' && applications['in-evaluation'] === 2 && applications.lapsed === 1 ? true : undefined;
  });
  await stack.runTimer('roundClock');
  strictEqual((await helen.listFrameworks({})).frameworks.find(({ ref }) => ref === frameworkRef)?.status, 'pending');
  say(`6. The clock closes the round: what comes at noon sharp is late and refused, two applications enter evaluation, the draft lapses`);
  return { roundRef };
};

/** One applicant outside the tenant, by the link that came by mail; with its answers of an earlier round where it says so. */
export const applyBy = async ({ stack, lotKey }: TenderWalk, roundRef: string, applicant: Applicant, reuseLast = false) => {
  const outside = clientOf(linkApi, { baseUrl: stack.api });
  const { email, organisation, registryNumber, hourly, serviceName } = applicant;
  const mailed = async () => (await stack.people.mail(email)).filter(({ content }) => content.includes('/apply/#'));
  const before = new Set((await mailed()).map(({ content }) => content));
  await outside.askApplicationLink({ body: { roundRef, email, organisation, registryNumber } });
  const mail = await eventually(`the link of ${organisation}`, async () => (await mailed()).find(({ content }) => !before.has(content)));
  const link = linkInMail(mail.content, 'apply');
  const view = () => outside.viewApplication({ body: { link } });
  const version = async (): Promise<number> => (await view()).application?.version ?? 0;
  await outside.startApplication({ body: { link, lotKeys: [lotKey], reuseLast }, key: randomUUID() });
  const answers: BodyOf<typeof saveApplication>['answers'] = {
    ...Object.fromEntries(
      methodStatements.questions.map((question) => [question.key, { kind: 'text' as const, text: `How ${organisation} does it.` }]),
    ),
    insured: { kind: 'yes-no', answer: 'yes' },
  };
  return {
    view,
    asks: (question: string) => outside.askClarification({ body: { link, question }, key: randomUUID() }),
    answers: async (more: BodyOf<typeof saveApplication>['answers'] = {}) =>
      outside.saveApplication({
        body: {
          link,
          version: await version(),
          lotKeys: [lotKey],
          answers: { ...answers, ...more },
          offers: [{ lotKey, serviceName, unit: 'hour', price: pence(hourly) }],
        },
        key: randomUUID(),
      }),
    declares: async () =>
      outside.signDeclaration({
        body: {
          link,
          version: await version(),
          declaration: {
            grounds: Object.fromEntries(exclusionGrounds.map((ground) => [ground.key, { applies: false }])),
            acceptsNoGuarantee: true,
            signatory: { name: 'Ada Kimmeridge', position: 'Director' },
          },
        },
        key: randomUUID(),
      }),
    submits: async () => outside.moveApplication({ body: { link, version: await version(), move: 'submit' }, key: randomUUID() }),
  };
};
