import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';
import ts from 'typescript';

// What must stand nowhere in the code that is deployed: the rows of ASVS that can be read off the source, and one rule of our own, each with a leak that the search must find.

const rooms = ['shared/src', 'functions/src', 'teams-app/src', 'teams-app/public', 'spfx-webpart/src'];
const filesIn = (room: string): readonly string[] =>
  readdirSync(path.join(projectFolder, room), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(room, file))
    .filter((file) => /\.(ts|tsx|js|mjs|html)$/.test(file) && !/\.(test|fixture|contract)\.tsx?$|\/testing\//.test(file));

const kindOf = (file: string): ts.ScriptKind => (file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

const treeOf = (source: string, file: string): ts.SourceFile =>
  ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kindOf(file));

/** Every part of a file that is looked at. Comments are none. */
const everyNode = (tree: ts.SourceFile, look: (node: ts.Node) => void): void => {
  const within = (node: ts.Node): void => {
    look(node);
    ts.forEachChild(node, within);
  };
  within(tree);
};

const named = (node: ts.Node, names: RegExp): boolean =>
  (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && names.test(node.text) && !ts.isImportSpecifier(node.parent);
const calls = (node: ts.Node, callee: RegExp): node is ts.CallExpression | ts.NewExpression =>
  (ts.isCallExpression(node) || ts.isNewExpression(node)) && callee.test(node.expression.getText());
const optionsOf = (node: ts.CallExpression | ts.NewExpression): string => node.arguments?.map((each) => each.getText()).join(',') ?? '';
/** A text with values in it; not where `odata` writes them. */
const templateWith = (node: ts.Node, words: RegExp): boolean =>
  ts.isTemplateExpression(node) &&
  words.test(node.getText()) &&
  !(ts.isTaggedTemplateExpression(node.parent) && node.parent.tag.getText() === 'odata');

/** A value by whose name it is an ISO instant. */
const isNamedInstant = (node: ts.Node): boolean => /^((\w+\??\.)*)(now|\w+(?<![Aa]s)At|answerBy|respondBy)$/.test(node.getText());

interface Rule {
  /** The row of ASVS, and the rule in words. */
  readonly row: string;
  readonly isAtFault: (node: ts.Node, file: string) => boolean;
  /** Files that may, each with its reason. */
  readonly but?: Readonly<Record<string, string>>;
  readonly leak: string;
}

/** Code that runs on the server and calls others. */
const onServer = (file: string): boolean => file.startsWith('functions/');

const rules: readonly Rule[] = [
  {
    row: 'V3.2.2: no markup is made of text',
    isAtFault: (node) =>
      named(node, /^(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|srcdoc|srcDoc)$/) ||
      calls(node, /document\.write(ln)?$/),
    leak: 'const leak = <p dangerouslySetInnerHTML={{ __html: text }} />;',
  },
  {
    row: 'V1.3.2: no text is run as code',
    isAtFault: (node) =>
      calls(node, /^(eval|Function|globalThis\.eval)$/) ||
      (ts.isImportDeclaration(node) && /^['"](node:)?vm['"]$/.test(node.moduleSpecifier.getText())) ||
      (ts.isCallExpression(node) &&
        node.expression.kind === ts.SyntaxKind.ImportKeyword &&
        !ts.isStringLiteralLike(node.arguments[0] ?? node)),
    leak: "const leak = new Function('return 1');",
    but: { 'functions/src/adapters/telemetry/start-traces.ts': 'a file of the bundle beside it, whose name stands in main.ts' },
  },
  {
    row: 'V1.3.2: no timer is given a text',
    isAtFault: (node) => calls(node, /(^|\.)set(Timeout|Interval)$/) && ts.isStringLiteralLike(node.arguments?.[0] ?? node),
    leak: "setTimeout('leak()', 1);",
  },
  {
    row: 'V1.2.9: no expression is made of what somebody typed',
    isAtFault: (node, file) => onServer(file) && calls(node, /^RegExp$/),
    leak: 'const leak = new RegExp(query.text);',
  },
  {
    row: 'V1.2.4: filters of lists are written by one helper',
    isAtFault: (node, file) => onServer(file) && templateWith(node, /\$filter|fields\/\$\{| eq '\$\{/),
    leak: "const leak = `/items?$filter=fields/Title eq '${" + "name}'`;",
  },
  {
    row: 'V12.3.2: certificates are always checked',
    isAtFault: (node) => named(node, /^(rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity)$/),
    leak: 'const leak = { rejectUnauthorized: false };',
  },
  {
    row: 'V11.4.1: no MD5, no SHA-1, no cipher of ours',
    isAtFault: (node) =>
      (ts.isStringLiteralLike(node) && /^(md5|sha-?1|rc4|des|3des|aes-\d+-(ecb|cbc))$/i.test(node.text)) ||
      calls(node, /createCipher(iv)?$/),
    leak: "const leak = createHash('sha1');",
  },
  {
    row: 'V11.5.1: what must not be guessed is not made by a toy generator',
    isAtFault: (node) => calls(node, /^Math\.random$/),
    but: { 'functions/src/triggers.ts': 'spreads retries by a second: nobody gains by guessing it' },
    leak: 'const leak = Math.random();',
  },
  {
    row: 'V11.5.1: no GUID is a secret',
    isAtFault: (node) =>
      calls(node, /(^|\.)randomUUID$/) &&
      ts.isVariableDeclaration(node.parent) &&
      /secret|code|token|password|nonce/i.test(node.parent.name.getText()),
    leak: 'const secret = randomUUID();',
  },
  {
    row: 'V15.3.2: a call to another host follows no redirect and ends by itself',
    isAtFault: (node, file) =>
      onServer(file) &&
      calls(node, /^fetch$/) &&
      !(/redirect: 'error'/.test(optionsOf(node)) && /signal: AbortSignal\.timeout\(/.test(optionsOf(node))),
    leak: "const leak = fetch(url, { method: 'POST' });",
  },
  {
    row: 'V13.2.4: nothing but fetch and the clients of Microsoft calls out',
    isAtFault: (node, file) =>
      onServer(file) &&
      ts.isImportDeclaration(node) &&
      /^['"](node:)?(https?|http2|net|tls|dgram|child_process|undici|axios)['"]$/.test(node.moduleSpecifier.getText()),
    leak: "import { request } from 'node:https';",
  },
  {
    row: 'V3.5.5: no page of ours takes messages of other windows by itself',
    isAtFault: (node) =>
      calls(node, /(^|\.)postMessage$/) || (calls(node, /addEventListener$/) && /^['"]message['"]/.test(optionsOf(node))),
    leak: "window.addEventListener('message', leak);",
    but: { 'functions/src/lay-out-thread.ts': 'a thread of the server tells the one that started it' },
  },
  {
    row: 'V3.3.1: no cookie is set or read',
    isAtFault: (node) =>
      named(node, /^(set-cookie|Set-Cookie)$/) || (ts.isPropertyAccessExpression(node) && /document\.cookie$/.test(node.getText())),
    leak: 'const leak = document.cookie;',
  },
  {
    row: 'V14.3.3: what a browser keeps is kept in these places',
    isAtFault: (node) => ts.isIdentifier(node) && /^(localStorage|sessionStorage|indexedDB|caches)$/.test(node.text),
    but: {
      'shared/src/ui/request/device-copy.ts': "a draft of one's own, screened text, removed when it is sent",
      'shared/src/ui/request/sent-drafts.ts': 'which draft became which request, for this window',
      'shared/src/ui/provider-today/kept-session.ts': "the session of a provider's page, for this window, twelve hours at most",
      'shared/src/ui/concerns/use-concerns.tsx': 'telephone numbers of the council, for when the service is down',
      'teams-app/src/hosts/route-memory.ts': 'where a sign-in was interrupted, for this window',
      'teams-app/src/hosts/deep-link.ts': 'which link Teams gave twice, for this window',
      'teams-app/src/hosts/local-people.ts': 'who is chosen in a local run',
    },
    leak: "const leak = localStorage.getItem('token');",
  },
  {
    row: 'V10.1.1: no token is logged',
    isAtFault: (node, file) =>
      onServer(file) &&
      calls(node, /(^|\.)(event|log|warn|error|info)$/) &&
      /authorization|accessToken|access_token|\bsecret\b|clientState\b|bearer/i.test(optionsOf(node).replace(/'[^']*'/g, '')),
    leak: "log.event('info', 'leak', { token: authorization });",
  },
  {
    row: 'V16.4.1: one place writes the log, as JSON',
    isAtFault: (node, file) => onServer(file) && ts.isPropertyAccessExpression(node) && /^console$/.test(node.expression.getText()),
    leak: "console.log('leak');",
  },
  {
    row: 'domain/days/instants.ts: an instant is not compared as text, by which a deadline acts a second late',
    isAtFault: (node) =>
      ts.isBinaryExpression(node) &&
      /^[<>]=?$/.test(node.operatorToken.getText()) &&
      [node.left, node.right].some(isNamedInstant) &&
      !/Date\.parse/.test(node.getText()),
    leak: 'const leak = facts.now > offer.answerBy;',
  },
];

/** What is at fault in a file by each rule, its exceptions left out of account. */
const faultsOf = (source: string, file: string): ReadonlyMap<Rule, readonly string[]> => {
  const found = new Map<Rule, string[]>(rules.map((rule) => [rule, []]));
  const tree = treeOf(source, file);
  everyNode(tree, (node) => {
    for (const rule of rules) {
      if (!rule.isAtFault(node, file)) continue;
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.get(rule)?.push(`${file}:${line} ${node.getText().slice(0, 120)}`);
    }
  });
  return found;
};

const inFiles = new Map<string, ReadonlyMap<Rule, readonly string[]>>();
beforeAll(() => {
  for (const file of rooms.flatMap(filesIn))
    if (!file.endsWith('.html')) inFiles.set(file, faultsOf(readFileSync(path.join(projectFolder, file), 'utf8'), file));
});

describe.each(rules.map((rule) => [rule.row, rule] as const))('%s', (_row, rule) => {
  test('nowhere in what is deployed', () => {
    const found = [...inFiles].filter(([file]) => !(file in (rule.but ?? {}))).flatMap(([, faults]) => faults.get(rule) ?? []);
    expect(found).toEqual([]);
  });

  test('a planted leak is found', () => {
    expect(faultsOf(rule.leak, 'functions/src/planted-leak/leak.tsx').get(rule)).toHaveLength(1);
  });

  test('each exception is still one', () => {
    expect(Object.keys(rule.but ?? {}).filter((file) => (inFiles.get(file)?.get(rule) ?? []).length === 0)).toEqual([]);
  });
});

test('V14.2.3: pages take scripts and styles from their own host only, and none is written into them', () => {
  const pages = ['teams-app/index.html', ...filesIn('teams-app/public').filter((file) => file.endsWith('.html'))];
  expect(pages.length).toBeGreaterThan(4);
  const foreign = pages.flatMap((file) => {
    const source = readFileSync(path.join(projectFolder, file), 'utf8');
    const named = [...source.matchAll(/<(script|link|img|iframe)\b[^>]*?(?:src|href)="([^"]+)"/g)].map(([, , address = '']) => address);
    const inline = [...source.matchAll(/<script\b(?![^>]*\bsrc=)|\son[a-z]+="|\sstyle="|<style/g)].map(([text]) => text);
    return [...named.filter((address) => /^(https?:)?\/\//.test(address)), ...inline].map((each) => `${file}: ${each}`);
  });
  expect(foreign).toEqual([]);
});
