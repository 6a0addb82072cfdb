import { describe, expect, it } from 'vitest';
import { leavePage } from './leave-page';

const words = { title: 'Going', text: 'Wait', submit: 'Continue', back: 'Back' };
const page = (url: string, fields: Record<string, string> | null = null) =>
  leavePage({ locale: 'en', nonce: 'n0nce', url, fields, backUrl: '/en/orders/x/y', words });

describe('the page that leads to a payment system', () => {
  it('sends a form by itself, and by a press where there is no JavaScript', () => {
    const html = page('https://pay.test/form', { sum: '10.00', note: 'Заявка' });
    expect(html).toContain('<form id="pay" method="post" action="https://pay.test/form"');
    expect(html).toContain('<input type="hidden" name="sum" value="10.00">');
    expect(html).toContain('<button>Continue</button>');
    expect(html).toContain('<script nonce="n0nce">');
  });

  it('follows a link by itself, without a script', () => {
    const html = page('https://pay.test/?a=1&b=2');
    expect(html).toContain('content="0;url=https://pay.test/?a=1&amp;b=2"');
    expect(html).not.toContain('<script');
  });

  it('lets nothing of a system become markup', () => {
    const html = page('https://pay.test/', { '"><script>x</script>': `'"><img src=x onerror=y>` });
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img');
  });

  it('leads to the web and nowhere else', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])
      expect(() => page(url)).toThrow();
  });
});
