/** Kinds of picture that every browser shows and that carry no script. */
export const pictureTypes = ['image/png', 'image/jpeg'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** The picture of a notice: what it shows stands in words beside it, and its bytes lie in the storage under their hash. */
export interface NoticePicture {
  readonly hash: string;
  readonly type: PictureType;
  readonly alt: string;
}

/** Bytes that a picture may have: a page with one stays quick on a school's line. */
export const mostPictureBytes = 200 * 1024;
export const longestAlt = 200;

const signatures: Readonly<Record<PictureType, readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

/** What a file is by its first bytes, whatever it is called: `undefined` where it is no picture that may be shown. */
export const pictureTypeOf = (bytes: Uint8Array): PictureType | undefined =>
  pictureTypes.find((type) => signatures[type].every((byte, at) => bytes[at] === byte));
