import { describe, expect, test } from 'vitest';
import { asHtml, asMarkdown, asText, type ShareTable } from './table-texts.ts';

const table: ShareTable = {
  title: 'Callbacks for Wednesday',
  head: ['Caller', 'Number', 'Reason'],
  rows: [
    ['Ana', '+1 415 555 0132', 'Boiler\nsecond line'],
    ['Bo', '', 'Quote'],
  ],
};

function hostile(text: string): ShareTable {
  return { title: text, head: ['Caller'], rows: [[text]] };
}

describe('as text', () => {
  test('has a block for each callback, without what is empty', () => {
    expect(asText(table)).toBe(
      'Callbacks for Wednesday\n\nAna\n+1 415 555 0132\nBoiler second line\n\nBo\nQuote',
    );
  });
});

describe('as Markdown', () => {
  test('is a table', () => {
    expect(asMarkdown(table)).toBe(
      [
        '**Callbacks for Wednesday**',
        '',
        '| Caller | Number | Reason |',
        '| --- | --- | --- |',
        '| Ana | +1 415 555 0132 | Boiler second line |',
        '| Bo |  | Quote |',
      ].join('\n'),
    );
  });

  test('takes whatever a page wrote as it was written', () => {
    const text = '| a | [x](https://evil.example) ![i](u) <b>`c`</b> **d** &amp; \\';
    expect(asMarkdown(hostile(text)).split('\n').at(-1)).toBe(
      String.raw`| \| a \| \[x\](https://evil.example) \!\[i\](u) \<b\>\`c\`\</b\> \*\*d\*\* \&amp; \\ |`,
    );
  });
});

describe('as HTML', () => {
  test('is a table that keeps line breaks and the plus of a number', () => {
    expect(asHtml(table)).toBe(
      '<table><caption>Callbacks for Wednesday</caption><thead><tr><th>Caller</th><th>Number</th><th>Reason</th></tr></thead>' +
        '<tbody><tr><td>Ana</td><td>+1 415 555 0132</td><td>Boiler<br>second line</td></tr>' +
        '<tr><td>Bo</td><td></td><td>Quote</td></tr></tbody></table>',
    );
  });

  test('holds no markup and no formula of anybody’s', () => {
    const html = asHtml(hostile(`=HYPERLINK("https://evil.example")<img src=x onerror='alert(1)'>&`));
    expect(html).toContain(
      '<td>&#39;=HYPERLINK(&quot;https://evil.example&quot;)&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;</td>',
    );
    expect(asHtml(hostile('+1 415+cmd|x'))).toContain('<td>&#39;+1 415+cmd|x</td>');
    expect(html.match(/<[a-z]+/g)).toEqual([
      '<table',
      '<caption',
      '<thead',
      '<tr',
      '<th',
      '<tbody',
      '<tr',
      '<td',
    ]);
  });
});
