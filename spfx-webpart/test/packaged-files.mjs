import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const JSZip = createRequire(import.meta.url)('jszip');

const tidy = (text) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What SharePoint would serve of a package: the web part's manifest as the package embeds it, and its scripts by name. */
export const packagedFiles = async (path) => {
  const zip = await JSZip.loadAsync(await readFile(path));
  const names = Object.keys(zip.files);
  const feature = names.find((name) => /WebPart_[0-9a-f-]+\.xml$/.test(name));
  if (!feature) throw new Error(`${path} holds no web part`);
  const [, embedded] = /ComponentManifest="([^"]+)"/.exec(await zip.file(feature).async('string')) ?? [];
  if (!embedded) throw new Error(`${feature} embeds no component manifest`);
  const scripts = {};
  for (const name of names.filter((each) => /^ClientSideAssets\/.*\.js$/.test(each)))
    scripts[name.slice('ClientSideAssets/'.length)] = await zip.file(name).async('string');
  return { manifest: JSON.parse(tidy(embedded)), scripts, appManifest: await zip.file('AppManifest.xml').async('string') };
};
