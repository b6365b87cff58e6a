import { formatDate } from '@ap/shared/domain/days/local-date';
import type { Effect } from '@ap/shared/domain/effect';
import type { SettingChange } from '@ap/shared/domain/orders/setting-change';
import { eachPart } from '../effects/each-once.ts';
import type { Performed } from '../effects/performed.ts';
import { tellPeople } from '../effects/tell-people.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';
import { toldAt } from './whom-to-tell.ts';

/** What is done with the effect, by the call-off that it was recorded in. */
interface SettingChangePerformers {
  readonly 'tell-setting-change': (stored: StoredCallOff, effect: Extract<Effect, { kind: 'tell-setting-change' }>) => Promise<Performed>;
}

type Needs = Pick<Ports, 'buyers' | 'cards' | 'mail' | 'effects' | 'clock' | 'hashes'>;

const linesOf = ({ kind, from, where, by }: SettingChange, providerName: string): readonly string[] =>
  kind === 'staff'
    ? [
        `${providerName} says that other staff work with the pupil from ${formatDate(from)}.`,
        'The written confirmation of staff checks that you keep has to be renewed: ask the provider for it, then record it on the page of the order.',
      ]
    : [
        by === 'register'
          ? `The register names ${where === undefined ? 'no place any more' : `another place: ${where}`}.`
          : `${providerName} says that the pupil is taught at another place from ${formatDate(from)}: ${where ?? ''}.`,
        'Find out whether the place and the way to it are safe for the pupil, and tell the parents.',
      ];

/** R3: a change of place or staff is told as an absence is: by mail to the attendance contact and the safeguarding lead, by card to whoever requested. */
export const settingChangePerformers = (
  ports: Needs,
  links: Readonly<Record<'onCard' | 'inMail', (ref: string) => string>>,
): SettingChangePerformers => ({
  'tell-setting-change': async ({ callOff }, effect) => {
    const { order } = callOff;
    const change = order?.settingChanges?.find(({ number }) => number === effect.change);
    if (!order || !change) return { state: 'superseded' };
    const title = `Order ${order.number}: ${change.kind === 'staff' ? 'other staff' : 'another place'}`;
    const paragraphs = [
      ...linesOf(change, callOff.providerName),
      `${callOff.serviceName}, ${callOff.providerName}, for ${callOff.buyerName}. Record on the page of the order that you know of it.`,
    ];
    const mails = (await toldAt(ports, callOff)).map((to) => ({
      id: `to-${ports.hashes.text(to.toLowerCase()).slice(0, 16)}`,
      perform: async (): Promise<Performed> => {
        await ports.mail.send({
          to,
          subject: title,
          html: mailHtml({
            greeting: `Dear ${callOff.buyerName}`,
            paragraphs,
            link: { text: 'Open the order', url: links.inMail(callOff.ref) },
          }),
        });
        return { state: 'done' };
      },
    }));
    await eachPart(ports, callOff.ref, { id: `${effect.id}-mail`, kind: `${effect.kind}-mail` }, mails);
    return tellPeople(ports, callOff.ref, effect, [callOff.requester], {
      title,
      paragraphs,
      link: { text: 'Open the order', onCard: links.onCard(callOff.ref), inMail: links.inMail(callOff.ref) },
    });
  },
});
