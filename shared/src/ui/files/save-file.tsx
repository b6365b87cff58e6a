/** A file as the API gives it: its bytes in base64. */
export interface GivenFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: string;
}

/** Hands a file to the browser, which saves it where the person keeps what they download. */
export const saveFile = ({ fileName, mediaType, content }: GivenFile): void =>
  saveBytes(
    fileName,
    mediaType,
    Uint8Array.from(atob(content), (character) => character.charCodeAt(0)),
  );

/** Hands what a page has made itself to the browser, as `saveFile` does. */
export const saveBytes = (fileName: string, mediaType: string, content: BlobPart): void => {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun when the click returns, but some browsers read the address a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
