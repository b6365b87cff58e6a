const no = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });
const files = '(^|/)(test-support|fixtures)/|[.](test|fixture)[.]tsx?$';

/** Folders of functions/src that features share. Every other folder is a feature, a new one as well. */
const sharedByFeatures = 'ports|http|cards|mail|commands|effects|tenders';
const feature = `^functions/src/(?!(?:adapters|${sharedByFeatures})/)([^/]+)/`;

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
      { path: '(^|/)@microsoft/teams-js' },
    ),
    no(
      'features-see-ports-not-adapters',
      'Only the composition root names an adapter.',
      { path: '^functions/src/(?!adapters/)[^/]+/', pathNot: files },
      { path: '^functions/src/adapters/|^shared/src/lists/' },
    ),
    no(
      'features-are-strangers',
      'Features meet in app.ts.',
      { path: feature, pathNot: files },
      { path: feature, pathNot: '^functions/src/$1/' },
    ),
    no(
      'adapters-see-no-feature',
      'An adapter serves a port.',
      { path: '^functions/src/adapters/', pathNot: files },
      { path: `${feature}|^functions/src/(tenders|commands|effects)/` },
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
    // What we build, not what others publish: a package whose main file lies in its own dist/ must be seen.
    exclude: {
      path: '^(shared/|functions/|teams-app/|test/|infra/(tenant|local|local-tenant)/)?dist/|(^|/)node_modules/[.]cache/|^spfx-webpart/',
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
