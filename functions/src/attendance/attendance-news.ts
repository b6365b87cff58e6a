import type { AttendanceDay, AttendanceWork } from '@ap/shared/domain/attendance/attendance-day';
import type { Half } from '@ap/shared/domain/attendance/planned-session';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { formatDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { eachPart } from '../effects/each-once.ts';
import type { Performed } from '../effects/performed.ts';
import { recordAudit } from '../effects/record-audit.ts';
import type { RecordPerformers } from '../effects/record-outbox.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { PendingEffect } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';
import { toldAt } from './whom-to-tell.ts';

type Needs = Pick<Ports, 'callOffs' | 'buyers' | 'mail' | 'effects' | 'audit' | 'clock' | 'hashes'>;

/** When a session was, as the beginning of a sentence: a report may come days after it. */
const halfOf = (half: Half, isToday: boolean): string => {
  const name = half === 'am' ? 'morning' : 'afternoon';
  return isToday ? `This ${name}` : `On the ${name} of the day below`;
};

/** Mails that go out on the day itself. They name the order, never a pupil or a reference (R40). */
export const attendancePerformers = (ports: Needs, page: (ref: string) => string): RecordPerformers<AttendanceDay, AttendanceWork> => {
  const tell = async (
    day: AttendanceDay,
    effect: Pick<PendingEffect, 'id' | 'kind'>,
    subject: (callOff: CallOff) => string,
    lines: (callOff: CallOff) => readonly string[],
  ): Promise<Performed> => {
    const found = await ports.callOffs.find(day.callOffRef);
    if (!found) return { state: 'stuck', reason: 'no-order' };
    const { callOff } = found;
    const parts = (await toldAt(ports, callOff)).map((to) => ({
      id: `to-${ports.hashes.text(to.toLowerCase()).slice(0, 16)}`,
      perform: async (): Promise<Performed> => {
        await ports.mail.send({
          to,
          subject: subject(callOff),
          html: mailHtml({
            greeting: `Dear ${callOff.buyerName}`,
            paragraphs: [...lines(callOff), `${callOff.serviceName}, ${callOff.providerName}, on ${formatDate(day.date)}.`],
            link: { text: 'Open the request and its order', url: page(callOff.ref) },
          }),
        });
        return { state: 'done' };
      },
    }));
    await eachPart(ports, day.ref, effect, parts);
    return { state: 'done' };
  };
  return {
    'tell-absence': async ({ state }, effect) => {
      if (state[effect.half].mark !== effect.mark) return { state: 'superseded' };
      const absent = effect.mark === 'absent';
      const isToday = state.date === toLondonDate(ports.clock.now());
      return tell(
        state,
        effect,
        () =>
          `Order ${state.orderNumber}: ${absent ? 'the pupil is absent' : 'a session was cancelled'} ${isToday ? 'today' : `on ${formatDate(state.date)}`}`,
        ({ providerName }) => [
          absent
            ? `${halfOf(effect.half, isToday)} the pupil of order ${state.orderNumber} did not come to ${providerName}.`
            : `${halfOf(effect.half, isToday)} ${providerName} does not teach the pupil of order ${state.orderNumber}: it cancelled the session.`,
          'Find out where the pupil is, as you would for an absence from school.',
        ],
      );
    },
    'tell-absence-corrected': async ({ state }, effect) => {
      const { mark } = state[effect.half];
      const told = (await ports.effects.receipts(state.ref)).some((receipt) => receipt.kind === 'tell-absence' && receipt.state === 'done');
      if (!told || mark === 'absent' || mark === 'cancelled') return { state: 'superseded' };
      return tell(
        state,
        effect,
        () => `Order ${state.orderNumber}: a report was corrected`,
        ({ providerName }) => [
          mark === undefined
            ? `${providerName} took back what it had reported of ${effect.half === 'am' ? 'the morning' : 'the afternoon'}. Nothing is reported now: ask it where the pupil is.`
            : `${providerName} corrected its report of ${effect.half === 'am' ? 'the morning' : 'the afternoon'}: the pupil is ${mark}.`,
        ],
      );
    },
    'tell-unreported': async ({ state }, effect) => {
      if (state[effect.half].mark !== undefined || state[effect.half].confirmedAt !== undefined) return { state: 'superseded' };
      return tell(
        state,
        effect,
        () => `Order ${state.orderNumber}: nobody has reported a session today`,
        ({ providerName }) => [
          `${halfOf(effect.half, true)} ${providerName} has not reported whether the pupil of order ${state.orderNumber} came.`,
          'Treat it like an absence: find out where the pupil is.',
        ],
      );
    },
    'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect),
  };
};
