import type { BodyOf } from '@ap/shared/contract/endpoint';
import type { actOnSurvey as actDeclared } from '@ap/shared/contract/managed-surveys';
import { aBuyer, aMembership, deputy, head, officer, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { type Person, personKey } from '@ap/shared/domain/people/person';
import type { SurveyText } from '@ap/shared/domain/surveys/survey';
import { askerMembership, aText, everyKind } from '@ap/shared/domain/surveys/survey.fixture';
import type { SurveyAnswer } from '@ap/shared/domain/surveys/survey-answer';
import type { AdaptiveCard, CardElement } from '../../functions/src/cards/adaptive-card.ts';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import { performEffect } from '../../functions/src/effects/perform-effect.ts';
import { teamsCaller } from '../../functions/src/http/teams-caller.ts';
import { surveyOutboxes } from '../../functions/src/register-surveys.ts';
import { answerSurvey } from '../../functions/src/surveys/answer-survey.ts';
import { answerSurveyCard } from '../../functions/src/surveys/answer-survey-card.ts';
import {
  actOnSurvey,
  getManagedSurvey,
  listManagedSurveys,
  listSurveySends,
  writeSurvey,
} from '../../functions/src/surveys/managed-surveys.ts';
import { surveyClock } from '../../functions/src/surveys/survey-clock.ts';
import { getSurveyResults } from '../../functions/src/surveys/survey-results.ts';
import { getSurvey, listSurveys } from '../../functions/src/surveys/surveys.ts';
import type { SentCardRecord } from '../ports/memory-cards.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

type Act = BodyOf<typeof actDeclared>;
type Unseen<A> = A extends { readonly seen: number } ? Omit<A, 'seen'> : never;

const links = { onCard: (ref: string) => `https://teams.example/l/${ref}`, inMail: (ref: string) => `https://pages.example/${ref}` };
const academyLead: Person = {
  ...stranger,
  objectId: '12121212-0000-4000-8000-000000000000',
  name: 'Acade Vale',
  email: 'acade@school.example',
};
const alone: SurveyAnswer = { key: 'q1', chosen: ['Alone'] };

/** A school with SENCO and head, an academy whose lead answers in both roles, and a person of nobody. */
const world = () => {
  const made = memoryWorld();
  const { ports, facts } = made;
  const academy = aBuyer({ ref: '114000', name: 'Harbour Academy', type: 'academy' });
  facts.otherBuyers = [academy];
  facts.members = [
    aMembership(senco, ['requester']),
    aMembership(head, ['approver']),
    aMembership(deputy, ['contact']),
    aMembership(academyLead, ['requester', 'approver'], { buyerRef: academy.ref }),
  ];
  facts.officers = [...facts.officers, askerMembership];
  const callerFor = (who: Person) => ({ ...callerOf(who), memberships: facts.members.filter(({ person }) => person === who) });
  const commissioner = {
    ...callerOf(officer),
    memberships: [askerMembership],
    councilRoles: ['commissioner'] as const,
    commissioner: true,
  };
  const nothing = { params: undefined, query: undefined, body: undefined, key: '' };
  const outboxes = surveyOutboxes(ports, links);
  let turn = 0;
  const nextKey = (): string => {
    turn += 1;
    return `key-of-a-survey-${String(turn).padStart(4, '0')}`;
  };
  const latest = async () => {
    const stored = (await ports.surveys.known()).at(-1);
    if (!stored) throw new Error('no survey');
    return stored;
  };
  const act = async (asked: Unseen<Act>, more: { readonly seen?: number; readonly key?: string } = {}) => {
    const { state } = await latest();
    return actOnSurvey(ports)({
      ...nothing,
      caller: commissioner,
      params: { ref: state.ref },
      body: { ...asked, seen: more.seen ?? state.version } as Act,
      key: more.key ?? nextKey(),
    });
  };
  const send = async () => {
    const { itemId, state } = await latest();
    for (const { id } of state.outbox) await performEffect(ports, outboxes)({ list: 'Surveys', itemId, effectId: id });
  };
  const byRef = async () => ({ ref: (await latest()).state.ref });
  return {
    ...made,
    act,
    send,
    latest,
    facts,
    opened: async (told: Partial<SurveyText> = {}) => {
      const { ref } = await writeSurvey(ports)({ ...nothing, caller: commissioner, body: { text: aText(told) }, key: nextKey() });
      for (const question of everyKind) await act({ kind: 'add-question', question });
      await act({ kind: 'open-survey' });
      await send();
      return ref;
    },
    managed: async () => getManagedSurvey(ports)({ ...nothing, caller: commissioner, params: await byRef() }),
    all: async () => (await listManagedSurveys(ports)({ ...nothing, caller: commissioner })).surveys,
    results: async () => getSurveyResults(ports)({ ...nothing, caller: commissioner, params: await byRef() }),
    record: async () =>
      (await listSurveySends(ports)({ ...nothing, caller: commissioner, params: await byRef(), query: {} })).sends.map(
        ({ name, state, reason }) => [name, state, ...(reason === undefined ? [] : [reason])],
      ),
    waiting: async (who: Person) => (await listSurveys(ports)({ ...nothing, caller: callerFor(who) })).surveys,
    open: async (who: Person) => getSurvey(ports)({ ...nothing, caller: callerFor(who), params: await byRef() }),
    answer: async (
      who: Person,
      answers: readonly SurveyAnswer[],
      { seen = 0, buyerRef = '113800', role = 'senco' as 'senco' | 'head-teacher', key = nextKey() } = {},
    ) =>
      answerSurvey(ports)({
        ...nothing,
        caller: callerFor(who),
        params: await byRef(),
        body: { buyerRef, role, seen, answers: answers as never },
        key,
      }),
    click: async (who: Person, data: object) =>
      answerSurveyCard(ports, teamsCaller(ports.buyers), links.onCard, nextKey)({ verb: 'answer-survey', data, by: who }),
    ticks: () => surveyClock(ports)(),
    recordAnswers: async () => {
      for (const { itemId, state } of await ports.surveyResponses.known())
        for (const { id } of state.outbox) await performEffect(ports, outboxes)({ list: 'SurveyResponses', itemId, effectId: id });
    },
  };
};

const cardOf = (who: Person, cards: readonly SentCardRecord[]): AdaptiveCard => {
  const sent = cards.find(({ to }) => to === personKey(who));
  if (!sent) throw new Error(`${who.name} was sent no card`);
  return sent.card;
};
const textsOf = ({ body }: AdaptiveCard): string => body.map((element) => ('text' in element ? element.text : '')).join(' ');
const inputsOf = ({ body }: AdaptiveCard) =>
  body.filter((element): element is Extract<CardElement, { readonly id: string }> => element.type.startsWith('Input.'));
const dataOf = ({ actions }: AdaptiveCard) => {
  const [send] = actions ?? [];
  return send?.type === 'Action.Execute' ? send.data : undefined;
};

describe('row 67: a survey of schools', () => {
  test('is sent once to each who answers, by a card on which it is answered; who answers for several is led to the page', async () => {
    const { opened, record, cards, mails } = world();
    await opened();
    expect(await record()).toEqual([
      [academyLead.name, 'activity'],
      [head.name, 'activity'],
      [senco.name, 'activity'],
    ]);
    expect(mails).toEqual([]);
    const ofSenco = cardOf(senco, cards);
    const ofLead = cardOf(academyLead, cards);
    expect(cards.flatMap(({ card }) => cardFaults(card))).toEqual([]);
    expect(inputsOf(ofSenco).map(({ id, type }) => `${id} ${type}`)).toEqual([
      'q1 Input.ChoiceSet',
      'q2 Input.ChoiceSet',
      'q3 Input.Text',
      'q4 Input.Number',
      'q5 Input.ChoiceSet',
      'q6 Input.ChoiceSet',
    ]);
    expect(textsOf(ofSenco)).toContain('The commissioning team sees which school gave which answer');
    expect(textsOf(ofSenco)).toContain('are told the name of your school');
    expect([inputsOf(ofLead), textsOf(ofLead).includes('It is answered on its page')]).toEqual([[], true]);
  });

  test('goes by mail to whom Teams does not reach, and again to those alone whom it did not reach', async () => {
    const made = world();
    made.down.onlyTenant = '33333333-3333-4333-8333-333333333333';
    await made.opened();
    expect((await made.record()).map(([, state, reason]) => `${state} ${reason}`)).toEqual(Array(3).fill('mail other-tenant'));
    expect(made.mails[0]?.html).toContain('until');
    await expect(made.act({ kind: 'resend-survey' })).rejects.toMatchObject({ code: 'not-in-this-state' });
  });

  test('is answered on the card; the card then says so, and a second click of it changes nothing', async () => {
    const { opened, cards, click, open, results, latest } = world();
    await opened();
    const card = cardOf(senco, cards);
    const typed = { ...dataOf(card), q1: '1', q2: '0,2', q3: 'Prices.', q4: '12', q5: '0', q6: '' };
    const first = await click(senco, typed);
    expect(textsOf(first.card)).toContain('Thank you');
    expect(textsOf((await click(senco, typed)).card)).toContain('Thank you');
    expect((await open(senco)).seats).toMatchObject([
      {
        version: 1,
        answeredBy: senco.name,
        answers: [
          { key: 'q1', chosen: ['With others'] },
          { key: 'q2', chosen: ['Support', 'Assessment'] },
          { key: 'q3', words: 'Prices.' },
          { key: 'q4', number: 12 },
          { key: 'q5', chosen: ['interested'] },
        ],
      },
    ]);
    expect(await results()).toMatchObject({ answered: 1, asked: 4, answerable: 4 });
    expect((await latest()).state.status).toBe('open');
  });

  test('a card that is refused shows why, with what was typed; nothing is kept', async () => {
    const { opened, cards, click, open } = world();
    await opened();
    const card = cardOf(senco, cards);
    const told = await click(senco, { ...dataOf(card), q1: '0', q3: 'It is for Oliver Smith.', q4: 'many' });
    expect(textsOf(told.card)).toContain("a person's name");
    expect(inputsOf(told.card).find(({ id }) => id === 'q1')).toMatchObject({ value: '0' });
    expect(textsOf((await click(senco, { ...dataOf(card), q1: '7' })).card)).toContain('Choose one of the answers');
    expect((await open(senco)).seats).toMatchObject([{ version: 0 }]);
    await expect(click(senco, { ref: 'x', commandKey: 'y' })).rejects.toMatchObject({ code: 'input-not-understood' });
    await expect(click(deputy, { ...dataOf(card), q1: '0' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('what a colleague answered meanwhile is not written over, by card or page', async () => {
    const { opened, cards, click, answer, open, facts } = world();
    facts.members = [...facts.members, aMembership(deputy, ['requester'])];
    await opened();
    const card = cardOf(senco, cards);
    await answer(deputy, [alone]);
    expect(textsOf((await click(senco, { ...dataOf(card), q1: '1' })).card)).toContain('A colleague answered');
    await expect(answer(senco, [{ key: 'q1', chosen: ['With others'] }])).rejects.toMatchObject({ code: 'stale-version' });
    expect((await open(senco)).seats).toMatchObject([{ answeredBy: deputy.name, answers: [alone] }]);
    await answer(senco, [{ key: 'q1', chosen: ['With others'] }], { seen: 1 });
    expect((await open(deputy)).seats).toMatchObject([{ version: 2, answeredBy: senco.name }]);
  });

  test('is answered by those alone who answer for that school in that role, as the register says at that moment', async () => {
    const { opened, answer, open, facts, ports } = world();
    const ref = await opened();
    for (const [who, told] of [
      [head, {}],
      [deputy, {}],
      [senco, { role: 'head-teacher' as const }],
      [senco, { buyerRef: '114000' }],
    ] as const)
      await expect(answer(who, [alone], told)).rejects.toMatchObject({ code: 'not-your-role' });
    await expect(open(deputy)).rejects.toMatchObject({ code: 'not-found' });
    await answer(academyLead, [alone], { buyerRef: '114000', role: 'head-teacher' });
    facts.members = facts.members.map((each) => (each.person === senco ? { ...each, status: 'removed' } : each));
    await expect(answer(senco, [alone])).rejects.toMatchObject({ code: 'not-your-role' });
    expect((await ports.surveyResponses.known()).map(({ state }) => state.ref)).toEqual([`${ref}-114000-HEAD-TEACHER`]);
  });

  test('a draft is as if it were not there for those who will be asked', async () => {
    const { act, opened, answer, open, waiting } = world();
    await opened();
    await act({ kind: 'close-survey' });
    await expect(open(senco)).rejects.toMatchObject({ code: 'not-found' });
    await expect(answer(senco, [alone])).rejects.toMatchObject({ code: 'not-in-this-state' });
    expect(await waiting(senco)).toEqual([]);
  });

  test('reminds those alone whose answer is missing, three days before the last, each once', async () => {
    const { opened, answer, cards, clock, ticks, send, waiting, managed, record } = world();
    await opened();
    expect((await waiting(academyLead)).map((each) => each.waiting)).toEqual([2]);
    await answer(senco, [alone]);
    expect((await waiting(senco)).map((each) => each.waiting)).toEqual([0]);
    clock.now = '2026-12-08T08:59:00Z';
    expect(await ticks()).toEqual({ moved: 0, failed: 0 });
    clock.now = '2026-12-08T09:01:00Z';
    expect(await ticks()).toEqual({ moved: 1, failed: 0 });
    expect(await ticks()).toEqual({ moved: 0, failed: 0 });
    await send();
    await send();
    expect(cards.slice(3).map(({ to, summary }) => [to, summary])).toEqual(
      expect.arrayContaining([
        [personKey(academyLead), 'Reminder: What do you buy?'],
        [personKey(head), 'Reminder: What do you buy?'],
      ]),
    );
    expect([cards.length, (await record()).length, (await managed()).answered]).toEqual([5, 3, 1]);
  });

  test('is closed by the clock after its last day, and nobody answers after that, however late it runs', async () => {
    const { opened, answer, clock, ticks, all, managed } = world();
    await opened();
    clock.now = '2026-12-12T00:00:10Z';
    await expect(answer(senco, [alone])).rejects.toMatchObject({ code: 'not-in-this-state' });
    expect(await ticks()).toEqual({ moved: 1, failed: 0 });
    expect([await all(), (await managed()).may]).toMatchObject([[{ status: 'closed', answered: 0, asked: 4 }], []]);
  });

  test('its results say which school answered what in which role, and how many answered in each', async () => {
    const { opened, answer, results, recordAnswers: record, audit } = world();
    await opened();
    await answer(senco, [alone, { key: 'q5', chosen: ['interested'] }]);
    await answer(academyLead, [alone], { buyerRef: '114000', role: 'head-teacher' });
    const { byRole, responses, results: told } = await results();
    expect(byRole).toEqual([
      { role: 'senco', answered: 1, asked: 2 },
      { role: 'head-teacher', answered: 1, asked: 2 },
    ]);
    expect(responses.map(({ buyerRef, role, answers }) => [buyerRef, role, answers.length])).toEqual([
      ['114000', 'head-teacher', 1],
      ['113800', 'senco', 2],
    ]);
    expect(told.find(({ key }) => key === 'q5')).toMatchObject({ answered: 1, notStated: 1, notStatedPercent: 50 });
    await record();
    expect(audit.filter(({ action }) => action === 'survey-answered').length).toBe(2);
  });

  test('a commissioner who has not read the newest version changes nothing', async () => {
    const { opened, act } = world();
    await opened();
    await expect(act({ kind: 'close-survey' }, { seen: 1 })).rejects.toMatchObject({ code: 'stale-version' });
  });
});
