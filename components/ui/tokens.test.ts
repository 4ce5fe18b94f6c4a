import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const tokenFile = 'components/ui/tokens.css';
const sheets = globSync('{components,entrypoints}/**/*.css').map((path) => path.replaceAll('\\', '/'));

/** Colours written out, whatever the notation: the names of CSS that would be used on a screen are among them. */
const colour =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(|\b(?:white|black|gr[ae]y|silver|red|maroon|orange|yellow|gold|green|lime|teal|cyan|aqua|blue|navy|purple|magenta|pink|brown)\b/i;
const number = /(?<![\w-])-?\d*\.?\d+/;
/** A length that is no zero. A line of one pixel is a line, and paper is measured in millimetres. */
const length = /(?<![\w.-])-?(?!1px\b)(?!0\b)\d*\.?\d+(?:px|r?em|pt|ch|v[wh]|%)/;

/** What each property may not have in it outside of the token file. */
const refused: { property: RegExp; value: RegExp }[] = [
  { property: /./, value: colour },
  { property: /^(?:font|font-size|line-height|font-weight|letter-spacing)$/, value: number },
  { property: /^(?:border(?:-\w+)*-radius)$/, value: number },
  { property: /^(?:padding|margin|gap|row-gap|column-gap)(?:-\w+)*$/, value: length },
  { property: /^(?:transition|animation)(?:-\w+)*$/, value: /\d*\.?\d+m?s\b/ },
  { property: /^(?:box-shadow|text-shadow|font-family)$/, value: /^(?!var\(|none|inherit)/ },
];

/** Every `property: value` of a style sheet, without its comments. */
function declarations(sheet: string): { property: string; value: string }[] {
  const text = sheet.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(/(?<=[{;]\s*)([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(
    ([, property = '', value = '']) => ({ property, value: value.trim() }),
  );
}

/** The declarations that should have taken a token. */
function raw(sheet: string): string[] {
  return declarations(sheet)
    .filter(({ property, value }) =>
      refused.some((rule) => rule.property.test(property) && rule.value.test(value)),
    )
    .map(({ property, value }) => `${property}: ${value}`);
}

it('knows a raw value when it sees one', () => {
  const each = [
    'color: #fff',
    'background: rgb(0 0 0 / 40%)',
    'border: 1px solid silver',
    'font-size: 0.9rem',
    'font: 12px/1.2 serif',
    'line-height: 1.2',
    'font-weight: 500',
    'border-radius: 50%',
    'border-start-start-radius: 2px',
    'padding: 0 3px',
    'margin-inline-start: calc(1rem + var(--space-1))',
    'transition: color 0.2s',
    'box-shadow: 0 0 2px var(--line)',
  ];
  expect(raw(`a { ${each.join('; ')}; }`)).toEqual(each);
  const fine =
    'color: var(--ink); border: 1px solid ButtonBorder; margin: -1px 0 auto; padding: 6mm; font: inherit; white-space: nowrap; /* color: red; */ margin-top: calc(-1 * var(--space-1)); transition: color var(--quick)';
  expect(raw(`a { ${fine}; }`)).toEqual([]);
});

it('no style sheet has a colour, a text size, a distance, a corner or a duration of its own', () => {
  expect(sheets.length).toBeGreaterThan(10);
  const found = sheets
    .filter((path) => path !== tokenFile)
    .flatMap((path) => raw(readFileSync(path, 'utf8')).map((line) => `${path}: ${line}`));
  expect(found).toEqual([]);
});

it('no component draws with a colour or a style of its own', () => {
  const found = globSync('{components,entrypoints}/**/*.{ts,tsx,html}')
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .filter((path) =>
      /['"`\s]#[0-9a-f]{3,8}['"`;]|\brgba?\(|\shsla?\(|style="/i.test(readFileSync(path, 'utf8')),
    );
  expect(found).toEqual([]);
});

it('every token that is used is there, and every one that is there is used', () => {
  const uses = [...sheets, ...globSync('components/**/*.{ts,tsx}')].map((path) => readFileSync(path, 'utf8'));
  const used = new Set(
    uses.flatMap((text) => [...text.matchAll(/(?:var\(|['"])(--[a-z][\w-]*)/g)].map(([, name]) => name)),
  );
  const there = new Set(
    sheets
      .flatMap((path) => declarations(readFileSync(path, 'utf8')).map(({ property }) => property))
      .filter((name) => name.startsWith('--')),
  );
  expect([...used].filter((name) => name && !there.has(name))).toEqual([]);
  expect([...there].filter((name) => !used.has(name))).toEqual([]);
});
