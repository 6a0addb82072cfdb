import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './markdown';

describe('Markdown', () => {
  it('becomes the HTML of a text', () => {
    expect(renderMarkdown('# Title\n\n**bold** *em* `code`\nnext\n\n- a\n- b')).toBe(
      '<h2>Title</h2>\n<p><strong>bold</strong> <em>em</em> <code>code</code><br />next</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>',
    );
    expect(renderMarkdown('')).toBe('');
    expect(renderMarkdown('|a|b|\n|-|-|\n|1|2|')).toContain('<td>1</td>');
  });

  it('links out without vouching for the other side, and within the site plainly', () => {
    expect(renderMarkdown('[a](https://example.com/?a=1&b=2)')).toBe(
      '<p><a href="https://example.com/?a=1&amp;b=2" rel="nofollow noopener noreferrer">a</a></p>',
    );
    expect(renderMarkdown('<me@example.com>')).toContain('href="mailto:me@example.com"');
    expect(renderMarkdown('[x](/\\evil.example)')).toContain('href="/%5Cevil.example"');
    expect(renderMarkdown('[rules](/en/rules)')).toBe('<p><a href="/en/rules">rules</a></p>');
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](&#x6A;avascript:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](<javascript:alert(1)>)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:x)',
    '[x](//evil.example)',
    '[x](file:///etc/passwd)',
    '[x][1]\n\n[1]: javascript:alert(1)',
    '<javascript:alert(1)>',
  ])('%s links nowhere', (text) => expect(renderMarkdown(text)).not.toContain('href'));

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick=alert(1)>b</b>',
    '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<style>*{}</style>',
    '<iframe src=//evil.example></iframe>',
    '<!-- --!><img src=x onerror=alert(1)> -->',
    '`<img src=x onerror=alert(1)>`',
    '```html"><script>alert(1)</script>\nx\n```',
    '[a](https://x "\\"><script>alert(1)</script>")',
    '![a](https://tracker.example/x.png)',
    '![<img src=x onerror=alert(1)>](x)',
    '<table background="javascript:alert(1)">',
  ])('%s runs and loads nothing', (text) => {
    expect(renderMarkdown(text)).not.toMatch(
      /<(?!\/?(?:p|br|hr|strong|em|del|code|pre|blockquote|ul|ol|li|a|h[234]|t[a-z]+)\b)/i,
    );
    expect(renderMarkdown(text)).not.toMatch(/<[^>]*\s(?:on|src|style|class|background)/i);
  });

  it('shows HTML as it was typed', () => {
    expect(renderMarkdown('a <b>c</b>')).toBe('<p>a &lt;b&gt;c&lt;/b&gt;</p>');
  });

  it('is read to the end of long rules; a paragraph without an end is only escaped', () => {
    const rules = Array.from({ length: 600 }, (_, n) => `## Rule ${n}\n\n**No** <b>harm** to anybody, ever.`);
    const html = renderMarkdown(rules.join('\n\n'));
    expect(html.match(/<h2>Rule \d+<\/h2>/g)).toHaveLength(600);
    expect(html).not.toMatch(/##|<b>/);
    expect(renderMarkdown(`**a**\n\n${'*<i>'.repeat(6_000)}`)).toMatch(
      /^<p><strong>a<\/strong><\/p>\n<p>\*&lt;i&gt;/,
    );
  });

  it('comes out with allowed tags and attributes whatever is typed', () => {
    const marks = [
      '<',
      '>',
      '[',
      ']',
      '(',
      ')',
      '!',
      '"',
      "'",
      '`',
      '*',
      '_',
      '\n',
      ' ',
      '&',
      '#',
      '|',
      '-',
      'a',
      '/',
    ];
    const words = ['javascript:', 'onerror=', '<script>', '<img src=x ', 'https://x', '&#x3c;', '<a href='];
    const text = fc
      .array(fc.constantFrom(...marks, ...words), { maxLength: 40 })
      .map((parts) => parts.join(''));
    const tag =
      /<(?:\/?(?:p|strong|em|del|code|pre|blockquote|[uo]l|li|h[234]|table|thead|tbody|tr|t[hd]|a)|br \/|hr \/|ol start="\d+"|a href="(?:https?:|mailto:|\/(?!\/))[^"<>]*"(?: rel="[a-z ]+")?)>/g;
    fc.assert(
      fc.property(text, (typed) => {
        expect(renderMarkdown(typed).replace(tag, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['>', '[', '*a ', '- ', '`', '<', '![', '(', '|', '_a_', '    -', '1. ', '> - '])(
    'does not choke on thousands of %j',
    (mark) => {
      const started = performance.now();
      renderMarkdown(mark.repeat(20_000 / mark.length));
      // A guard against minutes and stack overflows, not a measurement.
      expect(performance.now() - started).toBeLessThan(5000);
    },
    30_000,
  );
});
