import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/**
 * What Ringback asks for at install, and nothing else (tests/unit checks the built manifests against this).
 * `sidePanel` is Chromium's alone: Firefox's linter warns about a permission it does not know.
 */
const permissions = [
  'storage',
  'unlimitedStorage',
  'alarms',
  'notifications',
  'scripting',
  'activeTab',
  'contextMenus',
];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'lib/i18n/locales' },
  // What reviewers build from: everything the build reads, without the tests and their pages.
  zip: { excludeSources: ['tests/**', '**/*.test.*'] },
  vite: ({ browser }) => ({
    plugins: [preact()],
    // Dexie's own entry is built for browsers of ten years ago; this is the same code for those we run in.
    resolve: {
      alias: [
        { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
        // Chromium's worker cannot load code late, Firefox's event page can.
        ...(browser === 'firefox'
          ? [{ find: /load-(team-sync|row-cipher)\.ts$/, replacement: 'load-$1.firefox.ts' }]
          : []),
      ],
    },
    build: { target: 'esnext', modulePreload: { polyfill: false } },
  }),
  manifest: ({ browser }) => {
    const firefox = browser === 'firefox';
    return {
      name: '__MSG_manifest_name__',
      description: '__MSG_manifest_description__',
      default_locale: 'en',
      permissions: firefox ? permissions : ['sidePanel', ...permissions],
      // For the daily backup alone, asked for when it is turned on.
      optional_permissions: ['downloads'],
      optional_host_permissions: ['http://*/*', 'https://*/*'],
      action: { default_title: '__MSG_manifest_name__' },
      commands: {
        capture: {
          suggested_key: { default: 'Alt+Shift+C' },
          description: '__MSG_manifest_command_capture__',
        },
        'call-dropped': {
          suggested_key: { default: 'Alt+Shift+D' },
          description: '__MSG_manifest_command_callDropped__',
        },
        // Chromium has taken Alt+Shift+C for its own tab groups (seen in 156) and then gives it to nobody else.
        ...(firefox
          ? {}
          : {
              'capture-alternative': {
                suggested_key: { default: 'Alt+Shift+K' },
                description: '__MSG_manifest_command_captureAlternative__',
              },
            }),
      },
      // Explicit, because Firefox's default policy for MV3 upgrades ws://127.0.0.1 to TLS.
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' wss: ws://127.0.0.1:* ws://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
      },
      ...(firefox
        ? {
            browser_specific_settings: {
              gecko: {
                id: 'ringback@ringback.example',
                strict_min_version: '142.0',
                data_collection_permissions: { required: ['none'] },
              },
            },
          }
        : // Temporal (promised times and their time zones) is native from Chromium 144 on.
          { minimum_chrome_version: '144' }),
    };
  },
});
