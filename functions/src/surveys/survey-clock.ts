import { isBefore } from '@ap/shared/domain/days/instants';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { theProduct } from '@ap/shared/domain/people/person';
import { decideSurvey, reminderAt } from '@ap/shared/domain/surveys/decide-survey';
import { isAnswerable, type Survey } from '@ap/shared/domain/surveys/survey';
import { byTheClock } from '../commands/by-the-clock.ts';
import { runOnRecord } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';
import { surveyFacts, surveyNumbers } from './survey-facts.ts';
import { surveysHome } from './surveys-home.ts';

/** What a run has done. `failed`: what could not be written now; the next run tries it again. */
export interface SurveyClockReport {
  readonly moved: number;
  readonly failed: number;
}

/** What is due. Somebody who opened or reminded today is not reminded again: the product tries once more tomorrow. */
const dueFor = (survey: Survey, now: string): 'remind-survey' | 'close-survey' | undefined => {
  if (survey.status !== 'open') return undefined;
  const today = toLondonDate(now);
  if (!isAnswerable(survey, today)) return 'close-survey';
  const asked = survey.openedAt === undefined ? today : toLondonDate(survey.openedAt);
  return survey.remindedAt === undefined && asked < today && !isBefore(now, reminderAt(survey.closesOn)) ? 'remind-survey' : undefined;
};

/** Reminds those who have not answered three days before the last, and closes surveys after it. One failure holds up no other. */
export const surveyClock = (ports: Ports) => async (): Promise<SurveyClockReport> => {
  const run = byTheClock(ports);
  for (const { state } of await ports.surveys.known()) {
    const { ref } = state;
    const kind = dueFor(state, ports.clock.now());
    if (!kind) continue;
    await run.give(ref, kind, async () => {
      const { missing } = surveyNumbers(state, await surveyFacts(ports, state));
      if (kind === 'remind-survey' && missing === 0) return false;
      const given = { ref, by: theProduct, key: `${kind}-${ref}-${state.version}`, content: kind };
      await runOnRecord(ports, surveysHome(ports), given, async (present, command) =>
        decideSurvey(present, { ...command, kind }, { roles: ['product'], missing }, command.now),
      );
      return true;
    });
  }
  return { moved: run.counts.given, failed: run.counts.failed };
};
