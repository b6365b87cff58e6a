import type { BodyOf, ReplyOf } from '@ap/shared/contract/endpoint';
import type { ManagedNoticeReply, setNoticePicture as setDeclared } from '@ap/shared/contract/managed-notices';
import type { getNoticePicture as getDeclared } from '@ap/shared/contract/notices';
import { mostPictureBytes, type NoticePicture, pictureTypeOf } from '@ap/shared/domain/notices/notice-picture';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { commandNotice } from './managed-notices.ts';
import { noSuchNotice, readerOf } from './notices.ts';

const notAPicture = (detail: string): ProblemError => new ProblemError('input-not-understood', detail, { pointer: '/content' });

/** A picture as it was sent: by its bytes, never by its name. */
const pictureOf = ({ hashes }: Pick<Ports, 'hashes'>, { content, alt }: BodyOf<typeof setDeclared>): NoticePicture => {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length > mostPictureBytes) throw notAPicture(`Choose a picture of up to ${mostPictureBytes / 1024} kB.`);
  const type = pictureTypeOf(bytes);
  if (!type) throw notAPicture('Choose a PNG or JPEG picture.');
  return { hash: hashes.text(content).slice(0, 32), type, alt };
};

/** Gives a draft its picture. The bytes are kept first: a notice never names a picture that is not there. */
export const setNoticePicture =
  (ports: Ports) =>
  async ({ caller, params: { ref }, body, key }: Call<typeof setDeclared>): Promise<ManagedNoticeReply> => {
    const picture = pictureOf(ports, body);
    if (!(await ports.notices.find(ref))) throw noSuchNotice();
    await ports.noticePictures.keep(ref, picture.hash, body.content);
    return commandNotice(ports, caller, { ref, key, seen: body.seen, content: body }, { kind: 'set-picture', picture });
  };

/** The picture of a notice, for whoever may read it now, and for commissioners in every state. */
export const getNoticePicture =
  (ports: Ports) =>
  async ({ caller, params: { ref } }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> => {
    const found = await ports.notices.find(ref);
    if (!found?.state.picture || !(caller.commissioner || (await readerOf(ports, caller))(found.state))) throw noSuchNotice();
    const { hash, type } = found.state.picture;
    const content = await ports.noticePictures.get(ref, hash);
    if (content === undefined) throw noSuchNotice();
    return { type, content };
  };
