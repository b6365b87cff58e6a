import { guardList } from './guard-list.ts';
import type { GuardPorts } from './guard-ports.ts';

/** Looks at a list because something said that it changed. Where that fails the timer looks within a minute, so nobody tries again for it. */
export const lookAtList =
  (ports: GuardPorts) =>
  async (title: string): Promise<void> => {
    const list = ports.lists.find(({ law }) => law.list === title);
    if (!list) return;
    try {
      await guardList(ports, list);
      await list.refreshed();
    } catch (error) {
      ports.log.event('warning', 'hint-not-followed', { list: title, error: error instanceof Error ? error.name : 'unknown' });
    }
  };
