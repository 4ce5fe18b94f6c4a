/**
 * The room rules: arrows point one way. domain and platform import nothing of ours; capture, db,
 * settings, messaging, reminders and team build on those; stores on those; components on stores;
 * entrypoints on everything; nothing imports entrypoints.
 */
const lowerRooms = '^lib/(capture|backup|share|db|lock|settings|messaging|reminders|team|i18n)/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-imports-entrypoints',
      severity: 'error',
      from: { pathNot: '^entrypoints/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'domain-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^lib/domain/' },
      to: { path: '^(components|lib/(?!domain/))' },
    },
    {
      name: 'platform-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^lib/platform/' },
      to: { path: '^(components|lib/(?!platform/))' },
    },
    {
      name: 'lower-rooms-do-not-look-up',
      severity: 'error',
      from: { path: lowerRooms },
      to: { path: '^(components|lib/stores)/' },
    },
    {
      name: 'stores-do-not-import-components',
      severity: 'error',
      from: { path: '^lib/stores/' },
      to: { path: '^components/' },
    },
    {
      name: 'components-know-no-db-nor-browser',
      severity: 'error',
      from: { path: '^components/', pathNot: '\\.test\\.' },
      to: { path: '^lib/(db|platform|messaging|reminders|team)/' },
    },
    {
      name: 'ui-primitives-are-props-only',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^lib/(?!i18n/)' },
    },
    {
      name: 'browser-only-in-platform',
      severity: 'error',
      from: { path: '^(components|entrypoints|lib/(?!platform/))', pathNot: '\\.test\\.' },
      to: { path: 'webextension-polyfill|wxt/browser' },
    },
    {
      // Formats and plans, nothing that stores or shows: what a file means is decided without either.
      name: 'backup-knows-the-domain-alone',
      severity: 'error',
      from: { path: '^lib/backup/' },
      to: { path: '^(components|lib/(?!backup/|domain/))' },
    },
    {
      // What goes out to other tools is text made of words that were handed in.
      name: 'share-knows-only-cells',
      severity: 'error',
      from: { path: '^lib/share/' },
      to: { path: '^(components|lib/(?!share/|domain/|backup/cell-guard))' },
    },
    {
      name: 'domain-has-no-ui-nor-db',
      severity: 'error',
      from: { path: '^lib/domain/' },
      to: { path: 'node_modules/(preact|@preact|dexie)/' },
    },
    {
      name: 'page-scripts-are-small',
      severity: 'error',
      from: {
        path: '^(entrypoints/(page-reader|page-picker|note-inserter)|lib/(capture/page|page-note|page-pick)/)',
      },
      to: {
        path: 'node_modules/(dexie|zod|preact|@preact|libphonenumber-js|chrono-node|webextension-polyfill)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      // What runs in the page shares only how a page is read safely, and nothing of the extension runs it.
      name: 'page-note-stays-in-the-page',
      severity: 'error',
      from: { path: '^lib/page-(note|pick)/' },
      to: { path: '^(components|lib/(?!page-note/|page-pick/|capture/page/))' },
    },
    {
      name: 'page-note-is-injected-alone',
      severity: 'error',
      from: { pathNot: '^(entrypoints/note-inserter|lib/page-note/)' },
      to: { path: '^lib/page-note/' },
    },
    {
      name: 'dexie-only-in-db',
      severity: 'error',
      // What counts a database's reads in tests stands inside its stack.
      from: { pathNot: '^(lib/db|tests/support)/' },
      to: { path: 'node_modules/dexie/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.wxt/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'default'],
    },
  },
};
