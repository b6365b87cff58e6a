import type { NoticePictures } from '../../functions/src/ports/notices.ts';

/** What every keeper of pictures does. */
export const noticePicturesContract = (
  open: () => Promise<{ readonly pictures: NoticePictures; readonly restarted: () => NoticePictures }>,
): void => {
  test('a picture is there in every process as it was kept, however large, for its notice and no other', async () => {
    const { pictures, restarted } = await open();
    const large = 'QUJD'.repeat(67_000);
    await pictures.keep('NO-1', 'a1', 'QUJD');
    await pictures.keep('NO-1', 'a1', large);
    await pictures.keep('NO-1', 'b2', 'REVG');
    expect([await restarted().get('NO-1', 'a1'), await pictures.get('NO-1', 'b2')]).toEqual([large, 'REVG']);
    expect([await pictures.get('NO-2', 'a1'), await pictures.get('NO-1', 'c3')]).toEqual([undefined, undefined]);
  });
};
