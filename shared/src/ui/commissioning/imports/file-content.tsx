const mostBytes = 10 * 1024 * 1024;

/** What is wrong with a chosen file before it is sent; undefined when nothing is. */
export const faultOfFile = (file: Pick<File, 'name' | 'size'> | undefined): string | undefined => {
  if (!file) return 'Choose a file';
  if (!/\.(csv|xlsx)$/i.test(file.name)) return 'Choose an Excel workbook (.xlsx) or a CSV file (.csv)';
  if (file.size === 0) return 'Choose a file that is not empty';
  return file.size > mostBytes ? 'Choose a file of up to 10 MB' : undefined;
};

/** A file's bytes in base64. Rejects when the file cannot be read any more, as when it was moved meanwhile. */
export const base64Of = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''));
    reader.readAsDataURL(file);
  });
