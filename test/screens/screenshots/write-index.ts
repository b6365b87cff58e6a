import type { Face } from './camera.ts';
import { type Picture, titleOf } from './pictures.ts';

const alone = (caption: string, file: string): string => `![${caption}](${file})`;

/** The page that leads through the pictures, person by person. */
export const indexOf = (pictures: readonly Picture[], faces: readonly Face[], fileOf: (picture: Picture, face: Face) => string): string => {
  const [wide] = faces;
  const people = [...new Set(pictures.map(({ person }) => person))];
  const part = (person: string): string[] => [
    `## ${titleOf(person)}`,
    '',
    ...pictures
      .filter((picture) => picture.person === person)
      .flatMap((picture) => [
        `### ${picture.caption}`,
        '',
        ...(wide ? [alone(picture.caption, fileOf(picture, wide)), ''] : []),
        `Also ${faces
          .slice(1)
          .map((face) => `[${face.title}](${fileOf(picture, face)})`)
          .join(', ')}.`,
        '',
      ]),
  ];
  return `${[
    '# The screens, person by person',
    '',
    'Made by `npm run screenshots` from the local run: people, prices and requests are invented, providers are samples, and the clock stands still. The tab is shown',
    'as wide as it is in Teams on a desktop (1204 pixels); the smallest window that it must fit is 320 pixels wide, which is also a zoom of 400%.',
    '',
    'A picture that differs from the one kept here is a change to look at: `npm run screenshots -- --check` names each with the number of pixels that differ, and',
    'leaves the new ones in `.local/screenshots`. Whoever changes a screen on purpose makes the pictures anew.',
    '',
    ...people.flatMap(part),
  ]
    .join('\n')
    .trimEnd()}\n`;
};
