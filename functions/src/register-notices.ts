import { managedNoticesApi } from '@ap/shared/contract/managed-notices';
import { noticesApi } from '@ap/shared/contract/notices';
import type { Outbox } from './effects/outbox.ts';
import { recordOutbox } from './effects/record-outbox.ts';
import { type RouteSupplies, route } from './http/route.ts';
import { actOnNotice, getManagedNotice, listManagedNotices, listNoticeSends, writeNotice } from './notices/managed-notices.ts';
import { noticeClock } from './notices/notice-clock.ts';
import { getNoticePicture, setNoticePicture } from './notices/notice-pictures.ts';
import { getNotice, listNotices } from './notices/notices.ts';
import { noticesHome } from './notices/notices-home.ts';
import { noticePerformers } from './notices/send-notice.ts';
import type { Ports } from './ports/ports.ts';
import { registerTimer } from './triggers.ts';

interface NoticeSupplies {
  readonly ports: Ports;
  readonly supplies: RouteSupplies;
  readonly links: Parameters<typeof noticePerformers>[1];
}

/** Joins notices to their use cases and the clock. Hands back their outbox for the queue and the sweep. */
export const registerNotices = ({ ports, supplies, links }: NoticeSupplies): Outbox => {
  route(noticesApi.listNotices, supplies, listNotices(ports));
  route(noticesApi.getNotice, supplies, getNotice(ports));
  route(noticesApi.getNoticePicture, supplies, getNoticePicture(ports));
  route(managedNoticesApi.setNoticePicture, supplies, setNoticePicture(ports));
  route(managedNoticesApi.listManagedNotices, supplies, listManagedNotices(ports));
  route(managedNoticesApi.getManagedNotice, supplies, getManagedNotice(ports));
  route(managedNoticesApi.listNoticeSends, supplies, listNoticeSends(ports));
  route(managedNoticesApi.writeNotice, supplies, writeNotice(ports));
  route(managedNoticesApi.actOnNotice, supplies, actOnNotice(ports));
  registerTimer('noticeClock', noticeClock(ports));
  return recordOutbox(noticesHome(ports), noticePerformers(ports, links), ports.log);
};
