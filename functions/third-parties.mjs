// Whose code is in a bundle, and under which licence: from what esbuild tells of it, and from the packages themselves.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Licences that packages do not say in their own package.json in a word that tools know, read in the packages themselves. */
export const readInPackage = { 'png-js': 'MIT', 'dejavu-fonts-ttf': 'Bitstream-Vera' };

/** The package of others to which an input of esbuild belongs: its folder; `undefined` for our own code. */
export const packageFolder = (input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];

/** Bytes of each package in the outputs of a build, the heaviest first; our own code is 'ours'. `folder`: where the build worked. */
export const bytesByPackage = (metafile, folder) => {
  const bytes = new Map();
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const at = packageFolder(input);
      const name = at === undefined ? 'ours' : nameOf(path.resolve(folder, at));
      bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
    }
  return [...bytes].sort(([, a], [, b]) => b - a);
};

const read = (folder) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
const nameOf = (folder) => read(folder).name;

/** The text of a package's licence, as the package has it. */
const textIn = (folder) =>
  readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file) && !/\.(js|ts|json)$/.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim())
    .join('\n\n');

/** Every package of others in these builds, by name: version, licence, and the licence's text ('' where there is none). */
export const bundledPackages = (metafiles, folder) => {
  const folders = new Set(
    metafiles
      .flatMap(({ inputs }) => Object.keys(inputs).flatMap((input) => packageFolder(input) ?? []))
      .map((at) => path.resolve(folder, at)),
  );
  return [...folders]
    .filter((at) => existsSync(path.join(at, 'package.json')))
    .map((at) => {
      const { name, version, license, author } = read(at);
      const by = typeof author === 'string' ? author : author?.name;
      const licence = readInPackage[name] ?? (typeof license === 'string' ? license : (license?.type ?? ''));
      return { name, version, licence, by, text: textIn(at) || (licence === 'MIT' ? mit(by) : '') };
    })
    .sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
};

/** For the few packages under this licence that carry no copy of it. */
const mit = (by) => `Copyright (c) ${by ?? 'its authors'}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The file that goes with the bundle: each package with its licence, as the licences ask. */
export const thirdPartyNotices = (packages) =>
  [
    'The program in this folder holds code of others, under the licences that follow.',
    ...packages.map(({ name, version, licence, by, text }) =>
      [`${'-'.repeat(80)}\n${name} ${version}\n${licence}${by ? `\n${by}` : ''}`, ...(text === '' ? [] : [text])].join('\n\n'),
    ),
    '',
  ].join('\n\n');
