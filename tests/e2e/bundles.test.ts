import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { firstLoadOfPage, firstLoadOfScript, gzipKilobytes } from '../support/first-load.ts';
import { chromiumBuild, firefoxBuild, root } from '../support/paths.ts';

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const builds = [
  { browser: 'Chromium', folder: chromiumBuild, background: 160 },
  { browser: 'Firefox', folder: firefoxBuild, background: 90 },
];

/** What is weighed, in kB gzip; agents keep the panel open all day, and the worker starts many times an hour. */
const budgets: { what: string; most: (build: (typeof builds)[number]) => number }[] = [
  { what: 'sidepanel.html', most: () => 130 },
  { what: 'popup.html', most: () => 90 },
  { what: 'page-reader.js', most: () => 12 },
  { what: 'background.js', most: ({ background }) => background },
];

const firstLoadOf = (folder: string, what: string) =>
  what.endsWith('.html') ? firstLoadOfPage(folder, what) : firstLoadOfScript(folder, what);

const weighed: string[] = [];
afterAll(() => console.log(['first load, kB gzip:', ...weighed].join('\n  ')));

describe.each(builds)('what $browser loads first', (build) => {
  it.each(budgets)('$what stays within its budget', ({ what, most }) => {
    const weight = gzipKilobytes(firstLoadOf(build.folder, what));
    const budget = most(build);
    weighed.push(
      `${build.browser.padEnd(9)} ${what.padEnd(15)} ${weight.toFixed(1).padStart(6)} of ${String(budget).padStart(3)}`,
    );
    expect(weight).toBeLessThanOrEqual(budget);
  });

  /** Parts that most pages never need, each with something that stands in its code and in no other. */
  it.each([
    { part: 'phone metadata', mark: 'country_calling_codes' },
    { part: 'chrono', mark: 'forwardDate' },
    { part: 'charts', mark: 'u-legend' },
    { part: 'the team’s set-up', mark: '$JS.API' },
    { part: 'import', mark: 'backup.checked.withSettings' },
    { part: 'the reader of CSV files', mark: 'BAD_DELIMITERS' },
    { part: 'calendar files', mark: 'VCALENDAR' },
  ])('$part comes late on every page', ({ mark }) => {
    const { folder } = build;
    const holds = (file: string) => file.endsWith('.js') && readFileSync(file, 'utf8').includes(mark);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(6);
    expect(filesOf(join(folder, 'chunks')).filter(holds)).not.toEqual([]);
    expect(pages.filter((page) => firstLoadOfPage(folder, page).some(holds))).toEqual([]);
  });
});

/** Runs what a text says. */
const code = /\beval\(|importScripts\(|\bFunction\(|set(?:Timeout|Interval)\(["'`]/;
/** Makes markup of what a text says. */
const markup =
  /outerHTML|insertAdjacentHTML|\bsetHTML(?:Unsafe)?\(|parseHTMLUnsafe|createContextualFragment|DOMParser|document\.write(?:ln)?\(|\bsrcdoc\s*[=:]|createElement\(["'`]script["'`]\)/gi;

describe.each(builds)('what is built for $browser', ({ folder }) => {
  /**
   * Hosts that may stand in the built files, none of which is ever asked for: example addresses in texts, and
   * where libraries say their documentation is.
   */
  const known = new Set([
    'crm.example.com',
    'phone.example.com',
    'www.w3.org',
    'preactjs.com',
    'dexie.org',
    'github.com',
    'bugzilla.mozilla.org',
    'bit.ly',
    'tinyurl.com',
    'rolldown.rs',
    'sebbo2002.github.io',
    'json-schema.org',
    'sebbo2002.github.io',
    'rolldown.rs',
  ]);

  it('names no host that nobody expects', () => {
    const hosts = filesOf(folder)
      .filter((file) => /\.(?:js|html|css|json)$/.test(file))
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(/(?:https?|wss?):\/\/([a-z0-9.-]+\.[a-z]{2,})/gi),
      ])
      .map(([, host = '']) => host.toLowerCase());
    expect([...new Set(hosts)].filter((host) => !known.has(host))).toEqual([]);
  });

  it('runs no code from text and carries no script in its pages', () => {
    for (const file of filesOf(folder)) {
      const text = readFileSync(file, 'utf8');
      if (file.endsWith('.html')) expect(text, file).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|\son\w+=/i);
      if (file.endsWith('.js')) expect(text, file).not.toMatch(code);
    }
  });

  it('makes no markup of text: the one place that could is in Preact, which is never given any', () => {
    const scripts = filesOf(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(file, 'utf8'));
    for (const text of scripts) expect(text.match(markup) ?? []).toEqual([]);
    const writing = scripts.filter((text) => /\.innerHTML\s*\+?=[^=]/.test(text));
    expect(writing).toHaveLength(1);
    expect(writing[0]?.match(/\.innerHTML\s*\+?=[^=]/g)).toHaveLength(1);
    expect(writing[0]).toMatch(/\.innerHTML=\w+\.__html\b/);
    // Preact's own look at it; a component that used it would name it with what is to be shown.
    expect(scripts.join('\n').match(/__html\s*:/g) ?? []).toEqual([]);
  });
});

/** Opening tags of a kind in a file of components, whole. */
function tagsIn(source: string, kind: RegExp): string[] {
  return [...source.matchAll(kind)].map(({ index }) => {
    let depth = 0;
    for (let at = index; at < source.length; at += 1) {
      if (source[at] === '{') depth += 1;
      if (source[at] === '}') depth -= 1;
      if (source[at] === '>' && depth === 0) return source.slice(index, at);
    }
    return source.slice(index);
  });
}

it('no field of ours is kept by the browser: not for filling in, and not in the files of its session', () => {
  // https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill. Firefox writes what stands
  // in other fields of a tab to its profile, to bring it back after a restart.
  const kept = filesOf(join(root, 'components'))
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .flatMap((file) =>
      tagsIn(readFileSync(file, 'utf8'), /<(?:input|textarea)\b/g)
        .filter((tag) => !/type="(?:checkbox|radio|file|number|time|date)"/.test(tag))
        .filter((tag) => !/autocomplete=|\{\.\.\./.test(tag))
        .map((tag) => `${relative(root, file)}: ${tag.replace(/\s+/g, ' ')}`),
    );
  expect(kept).toEqual([]);
});

it('two builds of the same source are the same files, for each browser', () => {
  const again = mkdtempSync(join(tmpdir(), 'ringback-again-'));
  try {
    // A process of its own: a test runner's NODE_ENV would make another build of it.
    const script = `
      const { build } = await import('wxt');
      for (const browser of ['chrome', 'firefox'])
        await build({ root: ${JSON.stringify(root)}, outDir: ${JSON.stringify(again)}, browser });`;
    const env = { ...process.env, NODE_ENV: 'production' };
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env });
    expect(run.status, String(run.stderr)).toBe(0);
    const digest = (folder: string) =>
      Object.fromEntries(
        filesOf(folder).map((file) => [
          relative(folder, file),
          createHash('sha256').update(readFileSync(file)).digest('hex'),
        ]),
      );
    for (const { folder } of builds) {
      const built = digest(folder);
      expect(Object.keys(built)).toContain('manifest.json');
      expect(digest(join(again, basename(folder))), basename(folder)).toEqual(built);
    }
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
});
