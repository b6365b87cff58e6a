/** A file as the API gives it: its bytes in base64. */
interface GivenFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: string;
}

/** Hands a file to the browser, which saves it where the person keeps what they download. */
export const saveFile = ({ fileName, mediaType, content }: GivenFile): void => {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun when the click returns, but some browsers read the address a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
