type LeavePage = {
  locale: string;
  nonce: string;
  /** Page of the payment system; http or https only. */
  url: string;
  /** Fields of a form to be sent there; null: a link. */
  fields: Record<string, string> | null;
  backUrl: string;
  words: { title: string; text: string; submit: string; back: string };
};

/**
 * A page that takes the payer to a payment system by itself. Plain HTML of our own: nothing that stands in it can be
 * markup but ours. Throws where the address is none of the web.
 */
export function leavePage({ locale, nonce, url, fields, backUrl, words }: LeavePage): string {
  if (!/^https?:$/.test(new URL(url).protocol)) throw new Error('a payment page that is none of the web');
  const inputs = Object.entries(fields ?? {})
    .map(([name, value]) => `<input type="hidden" name="${text(name)}" value="${text(value)}">`)
    .join('\n');
  const way = fields
    ? `<form id="pay" method="post" action="${text(url)}" accept-charset="utf-8">\n${inputs}\n<button>${text(words.submit)}</button>\n</form>
<script nonce="${nonce}">document.getElementById('pay').submit()</script>`
    : `<p><a class="button" href="${text(url)}" rel="noreferrer">${text(words.submit)}</a></p>`;
  const refresh = fields ? '' : `<meta http-equiv="refresh" content="0;url=${text(url)}">\n`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${refresh}<title>${text(words.title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<h1>${text(words.title)}</h1>
<p>${text(words.text)}</p>
${way}
<p><a href="${text(backUrl)}">${text(words.back)}</a></p>
</main>
</body>
</html>
`;
}

function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style = `
:root { color-scheme: light dark }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; box-sizing: border-box;
  font: 16px/1.5 system-ui, sans-serif; background: light-dark(#f6f6f4, #151614); color: light-dark(#1c1d1a, #ececE8) }
main { max-width: 28rem }
h1 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 8px }
button, .button { display: block; width: 100%; box-sizing: border-box; min-height: 48px; padding: 12px 20px; border: 0;
  border-radius: 10px; font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer;
  background: light-dark(#1c1d1a, #ececE8); color: light-dark(#fff, #151614) }
a { color: inherit }
`;
