import * as React from 'react';
import type { PersonId } from '../../domain/people/person.ts';
import { useMounted } from '../forms/use-mounted.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { deviceAnswers, draftOfAnswers, type RequestAnswers } from './answers.ts';
import { dropFromDevice, keepOnDevice } from './device-copy.ts';

export interface DraftPlace {
  readonly draftId: string;
  readonly serviceRef: string;
  readonly callOffRef?: string | undefined;
  /** The page of the form that the address names. */
  readonly step?: string | undefined;
}

export interface DraftState {
  readonly saving: boolean;
  /** Whether the server has the answers as they stand. */
  readonly saved: boolean;
  /** When the server last kept the answers: an ISO instant. */
  readonly savedAt: string | undefined;
  /** Why the last save failed. The answers stay on the page. */
  readonly fault: unknown;
  /** Whether this device keeps what the server does not have. */
  readonly onDevice: boolean;
  /** Saves what is on the page now; true when the server has it. */
  readonly saveNow: () => Promise<boolean>;
  /** Saves nothing from here on, and waits for a save under way: a request that was sent has no draft. */
  readonly stop: () => Promise<void>;
}

/** What a draft is kept with. */
export interface DraftKeeping {
  readonly place: DraftPlace;
  readonly owner: PersonId;
  readonly serviceName: string;
  readonly buyerRef: string;
  /** What the form begins with when nothing was typed: the server's draft, or what is known without asking. */
  readonly first: RequestAnswers;
  /** When the server kept `first`; undefined when it has no draft. */
  readonly savedAt: string | undefined;
}

const typingPause = 1_000;

/**
 * Keeps the answers on the server: a moment after each change, on request, when the page is hidden (a phone that locks, a tab that closes) and when the
 * network comes back. Saves go one after the other, so that an older one never arrives last. Until the server has them the device keeps them, so that a
 * reload, a sign-in or a closed tab loses nothing.
 */
export const useDraft = (keeping: DraftKeeping, answers: RequestAnswers): DraftState => {
  const { api } = useSurroundings();
  const mounted = useMounted();
  const [told, setTold] = React.useState({ saving: false, savedAt: keeping.savedAt, fault: undefined as unknown });
  const [onDevice, setOnDevice] = React.useState(false);
  const now = React.useRef({ keeping, answers });
  now.current = { keeping, answers };
  const kept = React.useRef(keeping.first);
  const everKept = React.useRef(keeping.savedAt !== undefined);
  const queue = React.useRef<Promise<boolean>>(Promise.resolve(true));
  const stopped = React.useRef(false);

  const mirror = React.useCallback((): void => {
    const { keeping: at, answers: typed } = now.current;
    const { draftId, serviceRef, callOffRef } = at.place;
    if (stopped.current || kept.current === typed) {
      dropFromDevice(at.owner, draftId);
      return;
    }
    const copy = { draftId, serviceRef, serviceName: at.serviceName, answers: deviceAnswers(typed), keptAt: new Date().toISOString() };
    const able = keepOnDevice(at.owner, callOffRef === undefined ? copy : { ...copy, callOffRef });
    if (mounted.current) setOnDevice(able);
  }, [mounted]);

  const saveNow = React.useCallback((): Promise<boolean> => {
    const tell = (news: Partial<typeof told>): void => (mounted.current ? setTold((before) => ({ ...before, ...news })) : undefined);
    const save = async (): Promise<boolean> => {
      const { keeping: at, answers: typed } = now.current;
      if (stopped.current || (everKept.current && kept.current === typed)) return true;
      tell({ saving: true });
      try {
        const { draftId, serviceRef, callOffRef } = at.place;
        const body = {
          serviceRef,
          buyerRef: at.buyerRef,
          ...(callOffRef === undefined ? {} : { callOffRef }),
          answers: draftOfAnswers(typed),
        };
        const { savedAt } = await api.saveDraft({ params: { draftId }, body });
        kept.current = typed;
        everKept.current = true;
        mirror();
        tell({ saving: false, savedAt, fault: undefined });
        return true;
      } catch (error) {
        tell({ saving: false, fault: error });
        return false;
      }
    };
    queue.current = queue.current.then(save);
    return queue.current;
  }, [api, mounted, mirror]);

  React.useEffect(() => {
    mirror();
    if (kept.current === answers) return;
    const timer = setTimeout(() => void saveNow(), typingPause);
    return () => clearTimeout(timer);
  }, [answers, saveNow, mirror]);

  React.useEffect(() => {
    const saveRest = (): void => {
      if (kept.current !== now.current.answers) void saveNow();
    };
    const leave = (): void => (document.visibilityState === 'hidden' ? saveRest() : undefined);
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('online', saveRest);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('online', saveRest);
      saveRest();
    };
  }, [saveNow]);

  const stop = React.useCallback(async (): Promise<void> => {
    stopped.current = true;
    await queue.current;
    mirror();
  }, [mirror]);
  return { ...told, onDevice, saved: everKept.current && kept.current === answers, saveNow, stop };
};
