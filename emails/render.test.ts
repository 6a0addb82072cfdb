import { describe, expect, it } from 'vitest';
import { letters, renderLetter } from '@/emails/render';
import { locales } from '@/lib/i18n/locales';
import type { OrderLetterProps } from '@/lib/notify/event-props';
import { type LetterCode, letterCodes, letterEvents } from '@/lib/notify/events';
import { orderLetterSample } from '@/lib/notify/letter-samples';

const office = { name: 'Kantor', contactEmail: 'support@example.com', timeZone: 'Europe/Moscow' };
const hostile = `<img src=x onerror=alert(1)></style><script>"'&\u0026lt;`;
const orderCodes = letterCodes.filter((code): code is 'U1' => 'orderId' in letters[code].PreviewProps);

/** Sample props of any letter, as the table of events has checked them. */
async function sample(code: LetterCode, locale: 'en' | 'ru') {
  const props = letterEvents[code].props.parse(letters[code].PreviewProps);
  return renderLetter({ code, locale, props, office });
}

const order = (changes: Partial<OrderLetterProps> = {}) => ({ ...orderLetterSample('en'), ...changes });

describe('every letter', () => {
  it.each(letterCodes)('%s is written in both languages, as HTML and as text', async (code) => {
    const [en, ru] = await Promise.all(locales.map((locale) => sample(code, locale)));
    for (const letter of [en, ru]) {
      expect(letter?.html).toMatch(/^<!DOCTYPE html/);
      expect(letter?.text).not.toMatch(/undefined|\[object|<\/?[a-z]+/);
      expect(letter?.subject).not.toMatch(/undefined|[\r\n]/);
    }
    expect(ru?.subject).toMatch(/[а-я]/);
    expect(en?.subject).not.toEqual(ru?.subject);
    expect(en?.text).not.toMatch(/[а-яА-Я]/);
  });

  it.each(letterCodes)('%s loads nothing from outside', async (code) => {
    const { html } = await sample(code, 'en');
    expect(html).not.toMatch(/<(img|link|script|iframe)\b|url\(|@import/i);
  });
});

describe('order letters', () => {
  it.each(orderCodes)('%s carries every parameter and the details of both sides', async (code) => {
    const { text, html } = await renderLetter({
      code,
      locale: 'en',
      props: order({ note: 'Done.' }),
      office,
    });
    for (const part of [
      'ord_4k2m8v1c9x3n7b5d',
      '1,250,000.00\u00a0RUB, Sberbank',
      '0.1337\u00a0BTC, Bitcoin',
      '9,349,289.45\u00a0RUB = 1\u00a0BTC',
      '150.00\u00a0RUB',
      'Pending processing',
      '2202 2061 1111 2222',
      '4276 •••• •••• 5510',
      'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
    ]) {
      expect(text).toContain(part);
      expect(html.replaceAll('<!-- -->', '')).toContain(part);
    }
    expect(html).toContain('https://kantor.example/en/orders/ord_4k2m8v1c9x3n7b5d/');
  });

  it.each(orderCodes)('%s shows what strangers typed as text, never as markup', async (code) => {
    const props = order({
      note: hostile,
      text: hostile,
      reason: hostile,
      payoutReference: hostile,
      from: { title: hostile, amount: '1', asset: hostile },
      giveRequisites: [{ title: hostile, value: hostile }],
      payTo: [{ title: hostile, value: hostile }],
      claim: { payer: hostile, reference: hostile, comment: hostile },
      phone: hostile,
    });
    const { html } = await renderLetter({ code, locale: 'ru', props, office: { ...office, name: hostile } });
    expect(html).not.toMatch(/<img|<script/i);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('tell the amount that is asked where it is to be paid, and beside it the one agreed', async () => {
    const props = order({ asked: '1250000.07' });
    const { text } = await renderLetter({ code: 'U1', locale: 'en', props, office });
    expect(text).toMatch(/Amount\s+1,250,000\.07\u00a0RUB/);
    expect(text).toMatch(/You give\s+1,250,000\.00\u00a0RUB/);
  });

  it('say until when to pay by a system too, where nothing is to be pressed afterwards', async () => {
    const props = order({ statusKey: 'in_progress', payTo: [] });
    const created = await renderLetter({ code: 'order_created', locale: 'en', props, office });
    expect(created.text).toMatch(/Pay before\s+22 November 2026 at 12:45/);
    const expiring = await renderLetter({ code: 'order_expiring', locale: 'en', props, office });
    expect(expiring.text).not.toContain('I have paid');
  });

  it('keeps the lines of a note', async () => {
    const { html, text } = await renderLetter({
      code: 'U3',
      locale: 'en',
      props: order({ note: 'first\nsecond' }),
      office,
    });
    expect(html).toMatch(/first<br\/?>second/);
    expect(text).toContain('first\nsecond');
  });

  it('says in the office letter that a payment came too late', async () => {
    const { text } = await renderLetter({
      code: 'A4',
      locale: 'en',
      props: order({ statusKey: 'canceled', exception: 'paid_late', deskUrl: 'https://x.example/en/desk' }),
      office,
    });
    expect(text).toContain('after the order had expired');
    expect(text).toContain('https://x.example/en/desk');
  });

  it('tells moments in the zone of the office', async () => {
    const { text } = await renderLetter({ code: 'U1', locale: 'en', props: order(), office });
    expect(text).toContain('22 November 2026 at 12:45 GMT+3');
  });
});
