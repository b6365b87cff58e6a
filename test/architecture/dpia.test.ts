import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';

// docs/dpia.md ties each risk to what holds to it. An assessment that names a test which is gone assesses nothing.

const text = (name: string): string => readFileSync(path.join(projectFolder, 'docs', name), 'utf8');
const risks = text('dpia.md')
  .split('\n')
  .filter((line) => /^\| /.test(line) && line.split('|').length === 7 && !/^\| (Risk|---)/.test(line));
const linksIn = (line: string): readonly string[] =>
  [...line.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);

test('every risk has a measure that a test or a setting of the product holds to', () => {
  expect(risks.length).toBeGreaterThan(10);
  expect(risks.filter((line) => linksIn(line).length === 0)).toEqual([]);
});

test.each(['dpia.md', 'privacy.md', 'data-classification.md'])('what %s points to is there', (name) => {
  const targets = linksIn(text(name));
  expect(targets.filter((target) => !existsSync(path.join(projectFolder, 'docs', target)))).toEqual([]);
});

test('files that the pages name in words are there', () => {
  const named = ['dpia.md', 'privacy.md', 'data-classification.md'].flatMap((name) =>
    [...text(name).matchAll(/`((?:shared|functions|test|infra)\/[\w./-]+\.ts)`/g)].map(([, file = '']) => file),
  );
  expect(named.filter((file) => !existsSync(path.join(projectFolder, file)))).toEqual([]);
});
