import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/paths.ts';

/** Ways to make markup or code of a text, each on a line of its own. */
const forms = [
  'el.innerHTML = text;',
  'el.innerHTML += text;',
  "el['innerHTML'] = text;",
  'el[`innerHTML`] = text;',
  'Object.assign(el, { innerHTML: text });',
  "Object.assign(el, { 'outerHTML': text });",
  'el.outerHTML = text;',
  'el.shadowRoot.innerHTML = text;',
  "el.insertAdjacentHTML('beforeend', text);",
  'el.setHTML(text);',
  'el.setHTMLUnsafe(text);',
  'Document.parseHTMLUnsafe(text);',
  'new Range().createContextualFragment(text);',
  "new DOMParser().parseFromString(text, 'text/html');",
  'frame.srcdoc = text;',
  "frame.setAttribute('srcdoc', text);",
  "el.setAttribute('onclick', text);",
  'document.write(text);',
  'document.writeln(text);',
  'el.ownerDocument.write(text);',
  'frame.contentDocument.write(text);',
  'export const made = <p dangerouslySetInnerHTML={{ __html: text }} />;',
  'export const framed = <iframe title="x" srcdoc={text} />;',
  "document.createElement('script');",
  "location.href = 'javascript:alert(1)';",
  'eval(text);',
  'globalThis.eval(text);',
  'new Function(text);',
  'Function(text)();',
  "setTimeout('alert(1)', 1);",
  `setTimeout(\`alert(\${text})\`, 1);`,
  "window.setInterval('alert(1)', 1);",
  'import(text);',
  `import(\`./\${text}\`);`,
];

/** The product's own configuration, in a project with nothing but these lines in each of these files. */
function refused(paths: readonly string[], lines: readonly string[]): Map<string, string[]> {
  const project = mkdtempSync(join(tmpdir(), 'ringback-lint-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
  try {
    const { vcs: _, $schema: __, ...config } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    write('biome.json', JSON.stringify(config));
    cpSync(join(root, 'tests/support/lint'), join(project, 'tests/support/lint'), { recursive: true });
    for (const path of paths) write(path, lines.join('\n'));
    const biome = join(root, 'node_modules', '.bin', 'biome');
    const run = spawnSync(biome, ['lint', '--max-diagnostics=none', '--reporter=github', '.'], {
      cwd: project,
      encoding: 'utf8',
    });
    const found = [...run.stdout.matchAll(/^::error title=([^,]+),file=([^,]+),line=(\d+)/gm)]
      .filter(([, rule = '']) => rule === 'plugin' || /\/(?:noGlobalEval|noImpliedEval)$/.test(rule))
      .map(([, , file = '', line]) => `${file.replace(`${project}/`, '')} ${line}`);
    const at = new Set(found);
    return new Map(paths.map((path) => [path, lines.filter((_, place) => at.has(`${path} ${place + 1}`))]));
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

describe('text stays text', () => {
  it('the linter refuses each way to make markup or code of it, wherever the product is', () => {
    const paths = ['components/Panel.tsx', 'entrypoints/popup/main.tsx', 'lib/capture/page/dom.tsx'];
    const found = refused(paths, forms);
    for (const path of paths) expect(found.get(path), path).toEqual(forms);
  });

  it('and nothing that only shows or reads it', () => {
    const harmless = [
      'el.textContent = text;',
      'export const shown = <p title={text}>{text}</p>;',
      "el.setAttribute('aria-label', text);",
      "el.getAttribute('srcdoc');",
      'navigator.clipboard.write(text);',
      'setTimeout(() => show(text), 1);',
      "import('./other.ts');",
    ];
    const found = refused(['components/Panel.tsx'], harmless);
    expect(found.get('components/Panel.tsx')).toEqual([]);
  });
});
