import { app } from '@azure/functions';
import type { QueueClient } from '@azure/storage-queue';
import { givingWay } from './adapters/graph/give-way.ts';
import { type EffectMessage, encodeMessage, neverExpires, readEffectMessage } from './adapters/storage/effect-queue.ts';
import { parkedMessage } from './adapters/storage/parked-store.ts';
import { listHint } from './adapters/storage/subscription-store.ts';
import { retryAfterSeconds } from './effects/retry.ts';
import { asErrand, unitsOfEffects } from './http/errand.ts';
import { faultWords } from './http/fault-words.ts';
import type { Log } from './ports/clock.ts';
import type { AskedTry } from './ports/parked.ts';

export interface EffectQueueSupplies {
  readonly queue: QueueClient;
  /** Performs the effects of a message, and answers with the end of each, in their order. */
  readonly perform: (effects: Pick<EffectMessage, 'list' | 'itemId' | 'effectIds' | 'byHand'>) => readonly Promise<void>[];
  /** Notes a message that is none of ours for the operator. */
  readonly unreadable: (raw: unknown) => Promise<void>;
  readonly log: Log;
  readonly deployment: string;
}

/** How often an effect gives way to people before it goes as they do: half a minute all in all. A hold that is to be told of must not wait for ever. */
const timesGivenWay = 3;

/**
 * What is done with a message of the queue of effects. A failure is not thrown at the host, whose five tries would burn at once: what failed is sent again
 * with a growing delay, and what succeeded is not. What cannot be read is noted for the operator and dropped: the sweep knows every effect by its item.
 */
export const takingEffects =
  ({
    queue,
    perform,
    unreadable,
    log,
  }: Pick<EffectQueueSupplies, 'perform' | 'unreadable' | 'log'> & { readonly queue: Pick<QueueClient, 'sendMessage'> }) =>
  async (raw: unknown): Promise<void> => {
    const message = readEffectMessage(raw);
    if (!message) return unreadable(raw);
    const begin = (): readonly Promise<void>[] => perform(message);
    const ends = await asErrand(unitsOfEffects, () =>
      Promise.allSettled(message.tries < timesGivenWay && !message.byHand ? givingWay(begin) : begin()),
    );
    // What asks for the same wait, because the item could not be read for one, comes again together.
    const again = new Map<number, string[]>();
    ends.forEach((end, index) => {
      const effectId = message.effectIds[index];
      if (end.status === 'fulfilled' || effectId === undefined) return;
      const delay = retryAfterSeconds(message, end.reason);
      log.event('warning', 'effect-delayed', { effectId, tries: message.tries, delay, error: faultWords(end.reason) });
      if (delay !== undefined) again.set(delay, [...(again.get(delay) ?? []), effectId]);
    });
    for (const [delay, effectIds] of again)
      await queue.sendMessage(encodeMessage({ ...message, effectIds, tries: message.tries + 1 }), {
        visibilityTimeout: delay + Math.floor(Math.random() * 2),
        messageTimeToLive: neverExpires,
      });
  };

/** Performs queued effects. */
export const registerEffectQueue = (supplies: EffectQueueSupplies): void => {
  app.storageQueue('performEffect', {
    queueName: `${supplies.deployment}-effects`,
    connection: 'AzureWebJobsStorage',
    handler: takingEffects(supplies),
  });
};

/** Tries parked commands again. Whether one that fails comes again is its own business; what cannot be read is noted and dropped, for the sweep knows every command. */
export const registerParked = (
  queueName: string,
  { perform, sweep }: { readonly perform: (asked: AskedTry) => Promise<void>; readonly sweep: () => Promise<void> },
  unreadable: (raw: unknown) => Promise<void>,
): void => {
  app.storageQueue('performParked', {
    queueName,
    connection: 'AzureWebJobsStorage',
    handler: async (raw: unknown) => {
      const parsed = parkedMessage.safeParse(raw);
      if (parsed.success) await perform(parsed.data);
      else await unreadable(raw);
    },
  });
  app.timer('sweepParked', { schedule: '25 */1 * * * *', handler: sweep });
};

/** Every minute, after the sweep: what the host gave up is before a person soon after. */
export const registerGivenUp = (run: () => Promise<unknown>): void => {
  app.timer('takeGivenUp', {
    schedule: '11 */1 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/**
 * Every minute: nothing that was written waits longer than two sweeps. So long after the guard that it has read all lists one after another, a third of a second each: its
 * reading serves the sweep too.
 */
export const registerSweep = (run: () => Promise<unknown>): void => {
  app.timer('sweep', {
    schedule: '20 */1 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Every minute, while what the guard read is fresh: reservations whose order was not written are found by the call-off that they were for. */
export const registerLedgerSweep = (run: () => Promise<unknown>): void => {
  app.timer('sweepLedgers', {
    schedule: '22 */1 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Twice a minute: a confirmed import begins soon, and goes on where it was, whatever happened to the run before. */
export const registerImportRun = (run: () => Promise<unknown>): void => {
  app.timer('runImport', {
    schedule: '15,45 * * * * *',
    handler: async () => {
      await run();
    },
  });
};

/**
 * Every minute, whether a notification came or not: an edit in a list is judged within one. It reads the changes of every list; what else runs each minute comes
 * within the half after it, so that copies need not read them again.
 */
export const registerGuard = (run: () => Promise<unknown>): void => {
  app.timer('guardLists', {
    schedule: '0 */1 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Every minute: what is due by the clock of rounds and frameworks. Late commands are refused by their decisions, whether or not this has run. */
export const registerRoundClock = (run: () => Promise<unknown>): void => {
  app.timer('roundClock', {
    schedule: '24 * * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** What is done with a hint: its list is looked at. What cannot be read is noted for the operator and dropped: the guard's timer looks at every list. */
export const takingHints =
  (look: (list: string) => Promise<void>, unreadable: (raw: unknown) => Promise<void>) =>
  async (raw: unknown): Promise<void> => {
    const parsed = listHint.safeParse(raw);
    return parsed.success ? look(parsed.data.list) : unreadable(raw);
  };

/** Looks at a list that a notification was of. */
export const registerHints = (queueName: string, handler: ReturnType<typeof takingHints>): void => {
  app.storageQueue('lookAtList', { queueName, connection: 'AzureWebJobsStorage', handler });
};

/** Every ten minutes: a subscription that ended, or was never made, is not missed for long. */
export const registerSubscriptions = (run: () => Promise<void>): void => {
  app.timer('renewSubscriptions', { schedule: '45 */10 * * * *', handler: run });
};

/** Every hour: a standstill that is over is told on the morning after its last day at the latest. */
export const registerStandstillClock = (run: () => Promise<unknown>): void => {
  app.timer('standstillClock', {
    schedule: '0 5 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Every ten minutes: whoever is away is stood in for soon after they have said so. */
export const registerApprovalClock = (run: () => Promise<unknown>): void => {
  app.timer('approvalClock', {
    schedule: '28 */10 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Every hour: a placement whose notice has run out has ended by the early morning after its last day. */
export const registerOrderClock = (run: () => Promise<unknown>): void => {
  app.timer('orderClock', {
    schedule: '0 10 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Every five minutes: a session that nobody reported by its time is told soon after it. */
export const registerAttendanceClock = (run: () => Promise<unknown>): void => {
  app.timer('attendanceClock', {
    schedule: '26 */5 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Every two minutes: the school of a pupil who is taught elsewhere is told soon after the register says so. */
export const registerPlaceClock = (run: () => Promise<unknown>): void => {
  app.timer('placeClock', {
    schedule: '26 */2 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Every five minutes, so that what a day brings about happens as midnight strikes, and what a run has missed soon after. */
export const registerQualityClock = (run: () => Promise<void>): void => {
  app.timer('qualityClock', { schedule: '0 */5 * * * *', handler: run });
};

/** Every minute: pledges close at their stated time; no pledge changes after it, however late this runs. */
export const registerBlockClock = (run: () => Promise<unknown>): void => {
  app.timer('blockClock', {
    schedule: '23 */1 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Every five minutes: an enquiry closes soon after its stated time; no answer after it is taken, however late this runs. */
export const registerEnquiryClock = (run: () => Promise<unknown>): void => {
  app.timer('enquiryClock', {
    schedule: '27 */5 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Every five minutes: a notice goes out soon after the hour of its day; nobody is shown one after its last day, however late this runs. */
export const registerNoticeClock = (run: () => Promise<unknown>): void => {
  app.timer('noticeClock', {
    schedule: '29 */5 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Every quarter of an hour: nobody is shown an event that is over, or books it, however late this runs. */
export const registerEventClock = (run: () => Promise<unknown>): void => {
  app.timer('eventClock', {
    schedule: '47 */15 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Every five minutes: a survey closes soon after its last day; nobody answers one after it, however late this runs. */
export const registerSurveyClock = (run: () => Promise<unknown>): void => {
  app.timer('surveyClock', {
    schedule: '53 */5 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Every hour: a school hears of a review on the morning of the day by which it is due. */
export const registerReviewClock = (run: () => Promise<unknown>): void => {
  app.timer('reviewClock', {
    schedule: '0 25 * * * *',
    handler: async () => {
      await run();
    },
  });
};

/** Every hour, so that somebody hears of a new service on the day on which it is listed. */
export const registerSavedSearchClock = (run: () => Promise<unknown>): void => {
  app.timer('savedSearchClock', {
    schedule: '0 40 * * * *',
    handler: async () => {
      await run();
    },
  });
};
