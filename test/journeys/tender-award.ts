import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { samplePerson } from '@ap/local/sample/people';
import type { AwardReply } from '@ap/shared/contract/awards';
import { clientOf } from '@ap/shared/contract/client';
import { linkApi } from '@ap/shared/contract/link-api';
import { addDays, formatDate, type LocalDate, localDate } from '@ap/shared/domain/days/local-date';
import { formatMoney } from '@ap/shared/domain/money/money';
import { actionOf, cardOf, wordsOf } from '../support/card-content.ts';
import { linkInMail } from '../support/link-in-mail.ts';
import { listEditor } from '../support/list-editor.ts';
import { eventually } from '../support/signed-in.ts';
import { applicants, atNoon, type TenderWalk } from './tender-round.ts';

const key = randomUUID;
const panel = ['send-officer', 'virtual-school-officer'] as const;

/** From scores that nobody else sees to a ranking that everybody can add up. */
export const walkEvaluation = async ({ stack, say, lotKey }: TenderWalk, roundRef: string): Promise<string> => {
  const lead = stack.people.evaluating('commissioner');
  const lotApplications = async () =>
    (await lead.getEvaluation({ params: { roundRef } })).lots.find((lot) => lot.lotKey === lotKey)?.applications ?? [];
  for (const { ref } of await lotApplications())
    for (const who of panel) {
      const { tenantId, userId } = samplePerson(who);
      await lead.assignEvaluator({ params: { ref }, body: { tenantId, objectId: userId }, key: key() });
    }
  say(`7. Helen Strand gives each application to Daniel Okoro and Ruth Calder`);
  for (const [place, who] of panel.entries()) {
    const own = stack.people.evaluating(who);
    for (const { ref, providerName } of (await own.listOwnSheets({})).sheets) {
      strictEqual((await own.getOwnSheet({ params: { ref } })).questions.length, 0, 'no answer is shown before the interests are declared');
      const { questions } = await own.declareInterest({ params: { ref }, body: { conflict: false }, key: key() });
      const score = (providerName === applicants.hillside.organisation ? 4 : 3) + (place === 0 ? 0 : 1);
      const marks = Object.fromEntries(
        questions.map((question) => [
          question.key,
          { kind: 'scored' as const, score: Math.min(score, 5), comment: 'Clear, with evidence.' },
        ]),
      );
      await own.saveScores({ params: { ref }, body: { marks }, key: key() });
      if (place === 0) {
        const { areScoresIn, sheets } = await lead.getLotApplication({
          params: { ref: (await own.getOwnSheet({ params: { ref } })).lotApplicationRef },
        });
        ok(!areScoresIn && sheets.every((sheet) => sheet.marks === undefined), 'scores are sealed until all are in');
      }
      await own.submitScores({ params: { ref }, key: key() });
    }
  }
  say('8. Each declares that there is no conflict, scores with comments and submits. Until all are in even the lead sees no score');
  for (const { ref } of await lotApplications()) {
    const { sheets, questions, price } = await lead.getLotApplication({ params: { ref } });
    strictEqual(price, undefined, 'nobody judges quality with the price in sight');
    const marks = Object.fromEntries(
      questions.map((question) => {
        const [first] = sheets.flatMap((sheet) => sheet.marks?.[question.key] ?? []);
        ok(first);
        return [question.key, { ...first, comment: 'Agreed by the panel.' }];
      }),
    );
    await lead.moderateLot({ params: { ref }, body: { marks }, key: key() });
  }
  const ranking = await lead.recordRanking({ params: { roundRef, lotKey }, key: key() });
  say('9. The panel agrees its marks; the ranking with its arithmetic:');
  for (const { providerName, quality, price, total, sentence } of ranking.lines)
    say(`     ${providerName}: quality ${quality}; price ${price ?? 'none'}; total ${total ?? 'none'}. ${sentence}`);
  const [first] = ranking.lines;
  ok(first?.recommended && first.place === 1 && first.providerName === applicants.hillside.organisation);
  // What is on its way is waited for before the walk moves the clock: after days it would be too old to be carried out.
  await eventually('the recommendation', async () =>
    (await lotApplications()).every(({ status }) => status === 'recommended' || status === 'not-recommended') ? true : undefined,
  );
  return first.applicationRef;
};

/** From the ranking to a provider whose services are entered and whose prices are approved. */
export const walkAward = async (walk: TenderWalk, applicationRef: string): Promise<AwardReply> => {
  const { stack, say, lotKey, days } = walk;
  const helen = stack.people.awarding('commissioner');
  const { organisation, email, registryNumber, serviceName } = applicants.hillside;
  const decided = addDays(days.closes, 20);
  stack.moveClock(atNoon(decided));
  const services = [
    {
      lotKey,
      serviceName,
      profile: {
        summary: 'Mornings in the woods in small groups, with a teacher and a youth worker. Synthetic sample data.',
        kind: 'programme' as const,
        type: 'vocational' as const,
        deliveryMode: 'off-site' as const,
        keyStages: ['KS3' as const],
        needs: ['SEMH' as const],
        ageFrom: 11,
        ageTo: 14,
        hoursPerWeekMax: 15,
      },
    },
  ];
  const proposed = await helen.proposeAward({ body: { applicationRef, lotKeys: [lotKey], services }, key: key() });
  const params = { ref: proposed.ref };
  const lists = listEditor(stack, 'commissioner');
  await lists.add('Providers', {
    Title: proposed.providerRef,
    LegalName: organisation,
    OrganisationType: 'company',
    CompanyNumber: registryNumber,
    RegisteredSchool: false,
    Status: 'prospective',
    VatTreatment: 'not-registered',
    LotKeys: lotKey,
    Email: email,
    Phone: '01305 555 0123',
    Summary: 'Outdoor learning. Synthetic sample data.',
  });
  await helen.checkExclusion({ params, body: { outcome: 'clear', debarmentListCheckedOn: decided }, key: key() });
  deepStrictEqual((await helen.getAward({ params })).mayDecide, ['Sam Whitcombe']);
  await rejects(
    stack.people.awarding('send-officer').decideAward({ params, body: { verdict: 'approve', version: proposed.version }, key: key() }),
  );
  const asked = await eventually('the award card', async () =>
    (await stack.people.chat('inclusion-officer')).find(({ activity }) => activity.summary?.includes(organisation)),
  );
  const card = cardOf(asked.activity);
  ok(card);
  say(
    `10. The award is put forward, the debarment list looked at; Sam Whitcombe, who scored nothing, gets a card:\n     ${wordsOf(card).replaceAll('\n', '\n     ')}`,
  );
  const first = actionOf(card, 'Approve');
  const confirm = (await stack.people.click('inclusion-officer', asked, first.verb, first.data)).body.value as typeof card;
  const second = actionOf(confirm, /^Approve/);
  await stack.people.click('inclusion-officer', asked, second.verb, second.data);
  strictEqual((await helen.getAward({ params })).status, 'approved');

  const { standstill } = await helen.beginAwardStandstill({ params, body: { noticePublishedOn: decided }, key: key() });
  const lastDay = standstill?.lastDay;
  ok(lastDay);
  const documentUrl = 'https://council.sharepoint.example/agreements/hillside.pdf';
  await rejects(helen.sendAgreement({ params, body: { documentUrl, sentOn: decided }, key: key() }), /standstill/i);
  say(
    `11. Approved; the standstill lasts ${standstill.workingDays} working days, to the end of ${formatDate(lastDay, 'plain')}. An agreement before that is refused`,
  );
  await beginFrameworkStandstill(walk, decided);

  const signing = addDays(lastDay, 1);
  stack.moveClock(atNoon(signing));
  await helen.sendAgreement({ params, body: { documentUrl, sentOn: signing }, key: key() });
  const mail = await eventually('the agreement', async () =>
    (await stack.people.mail(email)).find(({ subject }) => subject.includes('sign')),
  );
  const link = linkInMail(mail.content);
  const outside = clientOf(linkApi, { baseUrl: stack.api });
  const agreement = await outside.viewAgreement({ body: { link } });
  say(
    `12. The provider reads its agreement by a link, ${agreement.prices.map(({ service, price, unit }) => `${service} at ${formatMoney(price)} per ${unit}`).join(', ')}, and signs`,
  );
  await outside.answerAgreement({
    body: { link, answer: { kind: 'sign', name: 'Ada Kimmeridge', position: 'Director' } },
    key: key(),
  });
  await stack.people.awarding('second-commissioner').countersignAward({ params, key: key() });
  const inForce = await eventually('the award in force', async () => {
    const award = await helen.getAward({ params });
    return award.status === 'in-force' ? award : undefined;
  });
  const rate = await lists.fields('Services', inForce.prices[0]?.serviceRef ?? '');
  match(String(rate.Name), new RegExp(serviceName));
  say(`13. Owen Marsh countersigns: lots, services and prices are entered in one recorded step; award ${inForce.ref} is in force`);
  return inForce;
};

const beginFrameworkStandstill = async ({ stack, frameworkRef }: TenderWalk, noticePublishedOn: LocalDate): Promise<void> => {
  await eventually('every application decided', async () => {
    try {
      await stack.people.commissioning('commissioner').moveFramework({
        params: { ref: frameworkRef },
        body: { move: 'begin-standstill', noticePublishedOn: localDate(noticePublishedOn) },
        key: key(),
      });
      return true;
    } catch (error) {
      if (error instanceof Error && /still wait/.test(error.message)) return undefined;
      throw error;
    }
  });
};
