import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chromiumBuild, firefoxBuild } from '../support/paths.ts';

interface Manifest {
  manifest_version: number;
  permissions: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: unknown[];
  web_accessible_resources?: unknown[];
  externally_connectable?: unknown;
  content_security_policy: Record<string, string>;
  browser_specific_settings?: {
    gecko: { data_collection_permissions?: { required?: string[]; optional?: string[] } };
  };
}

function manifestOf(build: string): Manifest {
  return JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as Manifest;
}

const everywhere = [
  'activeTab',
  'alarms',
  'contextMenus',
  'notifications',
  'scripting',
  'storage',
  'unlimitedStorage',
];

describe.each([
  { browser: 'Chromium', build: chromiumBuild, permissions: [...everywhere, 'sidePanel'].sort() },
  { browser: 'Firefox', build: firefoxBuild, permissions: everywhere },
])('the manifest built for $browser', ({ build, permissions }) => {
  const manifest = manifestOf(build);

  it('requires exactly the permissions that are promised', () => {
    expect([...manifest.permissions].sort()).toEqual(permissions);
    // Asked for from a click, for the daily backup.
    expect(manifest.optional_permissions).toEqual(['downloads']);
  });

  it('asks for no site at install, and for sites only when the agent says so', () => {
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
    expect([...(manifest.optional_host_permissions ?? [])].sort()).toEqual(['http://*/*', 'https://*/*']);
  });

  it('lets its pages run its own files, and speak to nobody but the server of a team', () => {
    expect(Object.keys(manifest.content_security_policy)).toEqual(['extension_pages']);
    const rules = (manifest.content_security_policy.extension_pages ?? '').split('; ').sort();
    expect(rules).toEqual([
      "base-uri 'none'",
      // Encrypted to anywhere, because a team's server may stand anywhere; plain to this machine alone.
      "connect-src 'self' wss: ws://127.0.0.1:* ws://localhost:*",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "object-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
    ]);
  });

  it('shows nothing of itself to web pages', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });
});

it('tells Firefox truthfully that nothing is collected', () => {
  const gecko = manifestOf(firefoxBuild).browser_specific_settings?.gecko;
  expect(gecko?.data_collection_permissions).toEqual({ required: ['none'] });
});
