import { ok, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { samplePerson } from '@ap/local/sample/people';
import { clientOf } from '@ap/shared/contract/client';
import { linkApi } from '@ap/shared/contract/link-api';
import type { LocalDate } from '@ap/shared/domain/days/local-date';
import { codeOf } from '../support/code-of.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

/** The placement whose first day is walked, and where its provider gets mail. */
export interface WalkedPlacement {
  readonly ref: string;
  readonly number: string;
  readonly pupilRef: string;
  readonly date: LocalDate;
  readonly mailbox: string;
}

/**
 * The first day of a placement (rows 56, 57): its provider signs in by a mailed code and reports the morning, the afternoon is reported by nobody, and the
 * school confirms. Moves the clock to ten past two; throws at the first thing that is not as it should be.
 */
export const walkAttendance = async (
  { people, api, moveClock, runTimer }: TestStack,
  { ref, number, pupilRef, date, mailbox }: WalkedPlacement,
  say: (line: string) => void,
): Promise<void> => {
  const outside = clientOf(linkApi, { baseUrl: api });
  const { challenge } = await outside.askProviderCode({ body: { email: mailbox } });
  const mail = await eventually('the code', async () =>
    (await people.mail(mailbox)).find(({ subject }) => subject.startsWith('Your code')),
  );
  const code = /Your code is (\d{6})/.exec(mail.content)?.[1] ?? '';
  const { session } = await outside.openProviderSession({ body: { challenge, code } });
  strictEqual(await codeOf(outside.openProviderSession({ body: { challenge, code } })), 'code-not-accepted');
  const today = await outside.viewToday({ body: { session } });
  strictEqual(today.sessions.filter((each) => each.ref === ref).length, 2);
  say(`7a. ${today.providerName} asks for a code, which opens once, and sees its pupils of today by reference (R22)`);

  const report = (mark: 'absent' | 'present') =>
    outside.reportSession({ body: { session, ref, date, half: 'am', mark }, key: randomUUID() });
  const toSchool = (words: string) =>
    eventually(words, async () =>
      (await people.mail(samplePerson('senco').mail)).find(({ subject }) => subject.includes(number) && subject.includes(words)),
    );
  await report('absent');
  const told = await toSchool('the pupil is absent today');
  ok(!told.content.includes(pupilRef), 'the mail holds no reference of the pupil');
  await report('present');
  await toSchool('a report was corrected');
  say('7b. The morning is reported absent, and the school told at once; it was a mistake, and the school told of that');

  moveClock(`${date}T14:10:00Z`);
  await runTimer('attendanceClock');
  await toSchool('nobody has reported a session today');
  say('7c. Nobody reports the afternoon by two: the school is told as of an absence');

  const school = people.attending('senco');
  const seen = await school.getAttendance({ params: { ref } });
  const morning = seen.sessions.find((each) => each.date === date && each.half === 'am');
  strictEqual(morning?.mark, 'present');
  const confirmed = morning.suggested ?? '/';
  await school.commandSession({ params: { ref }, body: { kind: 'confirm', date, half: 'am', code: confirmed }, key: randomUUID() });
  strictEqual(await codeOf(report('absent')), 'session-confirmed');
  say(
    `7d. For the morning ${morning.suggested === undefined ? 'no code' : `code ${morning.suggested}`} is suggested (R23 to R25); the school confirms ${confirmed}, and the provider changes nothing any more`,
  );
};
