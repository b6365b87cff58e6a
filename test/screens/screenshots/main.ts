import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '@ap/local/launch/project-folder';
import type { Browser, Page } from 'playwright-core';
import type { Storage } from '../../../functions/src/adapters/storage/storage.ts';
import { storageOf } from '../../support/all-sinks.ts';
import { launchChromium } from '../../support/chromium.ts';
import { changedPixels } from '../../support/pixels.ts';
import { guardByHand, runningStack, type TestStack } from '../../support/running-stack.ts';
import { type Face, faces, openContext } from './camera.ts';
import { turnBackClocks } from './fixed-day.ts';
import { type Picture, pictures } from './pictures.ts';
import { smallPng } from './small-png.ts';
import { tellStory } from './story.ts';
import { indexOf } from './write-index.ts';

// `npm run screenshots [-- --check] [-- --only NAME,NAME] [-- --to FOLDER]`: pictures of the main screens, for a person to look at. No test compares them: the fonts of
// another machine give other pixels.

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, only: { type: 'string' }, to: { type: 'string' } },
});
const kept = values.to ?? path.join(projectFolder, 'docs/screenshots');
const fresh = path.join(projectFolder, '.local/screenshots');

const fileOf = ({ name }: Picture, face: Face): string => `${name}-${face.name}.png`;

/** Takes every picture in every face, and gives each to `keep` with its file. */
const takeAll = async (
  browser: Browser,
  stack: TestStack,
  chosen: readonly Picture[],
  keep: (file: string, picture: Buffer, helper: Page) => Promise<void>,
): Promise<void> => {
  const story = await tellStory(stack.people, stack.api);
  const helper = await browser.newPage();
  await helper.addInitScript('globalThis.__name ??= (named) => named');
  await helper.goto('about:blank');
  for (const face of faces) {
    const context = await openContext(browser, [stack.window, new URL(stack.api).origin]);
    for (const picture of chosen) {
      const page = await context.newPage();
      const png = await picture.take(page, { window: stack.window, story }, face).catch(async (error: unknown) => {
        const failed = path.join(fresh, 'failed.png');
        await page.screenshot({ path: failed });
        throw new Error(`${picture.name} could not be taken; ${failed} shows how far it came.`, { cause: error });
      });
      await keep(fileOf(picture, face), await smallPng(helper, png), helper);
      await page.close();
    }
    await context.close();
  }
};

/** A message that nobody of ours sent, as an operator may put it by hand: What is stuck has something to show. */
const leaveSomethingStuck = async (storage: Storage): Promise<void> => {
  const queue = storage.queue('effects');
  await queue.createIfNotExists();
  await queue.sendMessage(Buffer.from('{"v":0,"kind":"not ours"}').toString('base64'));
};

const chosen = pictures.filter(({ name }) => values.only === undefined || values.only.split(',').some((each) => name.includes(each)));
const folder = values.check ? fresh : kept;
rmSync(fresh, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

await turnBackClocks();
const stack = await runningStack(['azurite', 'tenant', 'register', 'functions', 'tab', 'window'], undefined, guardByHand);
const browser = await launchChromium();
const differing: string[] = [];
try {
  await leaveSomethingStuck(storageOf(stack.storage));
  await takeAll(browser, stack, chosen, async (file, picture, helper) => {
    const old = path.join(kept, file);
    const before = existsSync(old) ? readFileSync(old) : undefined;
    const pixels = before === undefined ? undefined : before.equals(picture) ? 0 : await changedPixels(helper, before, picture);
    if (pixels === 0) return;
    const line = `${file}: ${pixels === undefined ? 'new' : `${pixels} pixels differ`}`;
    differing.push(line);
    console.log(line);
    writeFileSync(path.join(folder, file), picture);
  });
} finally {
  await browser.close();
  await stack.stop();
}

if (values.check) {
  console.log(
    differing.length === 0 ? 'Every picture is as it was.' : `${differing.length} pictures differ: the new ones are in ${fresh}.`,
  );
  process.exitCode = differing.length === 0 ? 0 : 1;
} else {
  if (values.only === undefined && values.to === undefined) {
    const made = new Set(pictures.flatMap((picture) => faces.map((face) => fileOf(picture, face))));
    for (const file of readdirSync(kept)) if (file.endsWith('.png') && !made.has(file)) rmSync(path.join(kept, file));
    writeFileSync(path.join(kept, 'README.md'), indexOf(pictures, faces, fileOf));
  }
  const count = chosen.length * faces.length;
  console.log(`${count} pictures in ${path.relative(process.cwd(), kept)}, ${differing.length} of them new or changed.`);
}
