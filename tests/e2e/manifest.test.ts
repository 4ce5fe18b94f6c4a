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
