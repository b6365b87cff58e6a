const no = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });
const files = '(^|/)(test-support|fixtures)/|[.](test|fixture)[.]tsx?$';

/** Who may import whom. test/architecture plants leaks to prove that this file still bites. */
module.exports = {
  forbidden: [
    no('no-cycles', 'A change should have one direction to travel.', { pathNot: files }, { circular: true }),
    no(
      'domain-is-pure',
      'Domain imports only domain: no zod, no Node, no Graph.',
      { path: '^shared/src/domain/', pathNot: files },
      { pathNot: '^shared/src/domain/' },
    ),
    no(
      'lists-see-domain',
      'Storage never follows HTTP.',
      { path: '^shared/src/lists/', pathNot: files },
      { path: '^shared/src/(contract|search|ui)/' },
    ),
    no(
      'contract-sees-domain',
      'HTTP never reveals SharePoint.',
      { path: '^shared/src/contract/', pathNot: files },
      { path: '^shared/src/(lists|search|ui)/' },
    ),
    no(
      'search-sees-domain',
      'The index knows documents, not where they come from.',
      { path: '^shared/src/search/', pathNot: files },
      { path: '^shared/src/(lists|contract|ui)/' },
    ),
    no(
      'ui-sees-domain-and-contract',
      'Screens talk HTTP.',
      { path: '^shared/src/ui/', pathNot: files },
      { path: '^shared/src/(lists|search)/' },
    ),
    no('shared-is-the-bottom', 'shared looks nowhere.', { path: '^shared/' }, { path: '^(functions|teams-app|spfx-webpart|infra|test)/' }),
    no(
      'front-ends-talk-http',
      'Front ends never see lists or Graph.',
      { path: '^(teams-app|spfx-webpart)/' },
      { path: '^(functions|infra|test)/|^shared/src/(lists|search)/' },
    ),
    no(
      'only-the-tab-host-knows-teams',
      'The web part must use its host copy of teams-js.',
      { path: '^(shared|teams-app)/', pathNot: '^teams-app/src/hosts/' },
      { path: 'node_modules/@microsoft/teams-js' },
    ),
    no(
      'features-see-ports-not-adapters',
      'Only the composition root names an adapter.',
      {
        path: '^functions/src/(access|hand-edits|approvals|call-offs|conversation|directory|effects|imports|ledgers|operations|orders|provider-changes|quality|rounds|applications|evaluation|awards|tenders|cards|mail|commands|http)/',
        pathNot: files,
      },
      { path: '^functions/src/adapters/|^shared/src/lists/' },
    ),
    no(
      'features-are-strangers',
      'Features meet in app.ts.',
      {
        path: '^functions/src/(access|hand-edits|approvals|call-offs|conversation|directory|imports|ledgers|operations|orders|provider-changes|quality|rounds|applications|evaluation|awards)/',
        pathNot: files,
      },
      {
        path: '^functions/src/(access|hand-edits|approvals|call-offs|conversation|directory|imports|ledgers|operations|orders|provider-changes|quality|rounds|applications|evaluation|awards)/',
        pathNot: '^functions/src/$1/',
      },
    ),
    no(
      'adapters-see-no-feature',
      'An adapter serves a port.',
      { path: '^functions/src/adapters/', pathNot: files },
      {
        path: '^functions/src/(access|hand-edits|approvals|call-offs|conversation|directory|imports|ledgers|operations|orders|provider-changes|quality|rounds|applications|evaluation|awards|tenders|commands|effects)/',
      },
    ),
    no('test-is-a-leaf', 'Nobody imports test.', { pathNot: '^test/' }, { path: '^test/' }),
    no(
      'local-tenant-knows-graph-only',
      'It learns our lists by being provisioned.',
      { path: '^infra/local-tenant/' },
      { path: '^(shared|functions|teams-app|spfx-webpart|infra/(tenant|local)|test)/' },
    ),
    no(
      'product-knows-no-tools',
      'Nothing that runs in production imports what runs on a laptop.',
      { path: '^(functions|shared|teams-app)/' },
      { path: '^infra/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/[.]cache)/|^spfx-webpart/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
