import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';

// Draws the two icons from their SVG files, after a change to one of them: node --conditions=source --import tsx teams-app/appPackage/icons/draw-icons.ts
// The pictures are committed, so that making a package needs no browser.

const here = (file: string): URL => new URL(file, import.meta.url);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--force-color-profile=srgb'],
});
for (const [name, size] of [
  ['color', 192],
  ['outline', 32],
] as const) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${readFileSync(here(`${name}.svg`), 'utf8')}`);
  const picture = PNG.sync.read(await page.screenshot({ omitBackground: true }));
  // A half-covered pixel comes back a shade off white, because the browser keeps colours multiplied by their cover.
  if (name === 'outline')
    for (let at = 0; at < picture.data.length; at += 4) picture.data.fill(picture.data[at + 3] === 0 ? 0 : 255, at, at + 3);
  writeFileSync(here(`${name}.png`), PNG.sync.write(picture));
}
await browser.close();
