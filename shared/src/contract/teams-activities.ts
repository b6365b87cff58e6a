/**
 * What the app tells people in Teams' activity feed. The manifest declares the types, and Teams fills the blanks of their sentence: a type or a blank that
 * stands in one place only would be refused. `{actor}` is Teams' own: the name of the app, as no person sends it.
 */
export const approvalReminder = {
  type: 'approvalReminder',
  description: 'Reminders of requests that wait for your decision',
  templateText: '{actor}: {requester} waits for your decision on {request} for {buyer}',
} as const;

/** Row 65: a notice of the commissioners. */
export const noticePublished = {
  type: 'noticePublished',
  description: 'Notices from the commissioning team',
  templateText: '{actor}: {author} has published "{notice}"',
} as const;

/** Every type that the app sends. */
export const activityTypes = [approvalReminder, noticePublished] as const;

/** What Teams asks for, of the person who has the app, so that the app may send them. */
export const activityPermission = 'TeamsActivity.Send.User';
