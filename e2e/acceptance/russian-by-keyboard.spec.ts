import { expect, type Page, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { customerDetails, newEmail, operator, orderOf } from '../support/orders';
import { enterNew, expectNoSidewaysScroll } from '../support/people';
import { press, tabTo, typeInto } from './support/keyboard';
import { expectLetterSays, expectLetters, expectMailbox } from './support/mailbox';

test.use({ viewport: { width: 390, height: 844 }, locale: 'ru-RU' });
test.afterAll(closeDatabase);
// From the first page to the last letter: on a busy machine longer than one page's story may take.
test.slow();

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens the list of a side, narrows it by typing, takes the first. */
async function pick(page: Page, side: 'give' | 'get', typed: string, title: string): Promise<void> {
  const picker = page.locator(`[data-pick=${side}]`);
  await press(page, picker);
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(typed);
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(picker).toContainText(title);
  await expect(picker).toBeFocused();
}

test('in Russian on a phone’s screen by keys alone: from the front page to a completed exchange with all letters', async ({
  page,
  browser,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/ru$/);
  await expect(page.getByRole('button', { name: 'Пересчитать' })).toHaveCount(0);
  await press(page, page.getByRole('link', { name: 'Перейти к содержанию' }));
  await typeInto(page, field(page, /^Сколько вы отдаете/), '6400');
  await pick(page, 'give', 'сбер', 'Сбербанк');
  await pick(page, 'get', 'btc', 'Bitcoin');
  await expect(page.getByText('Вы отдаете 6 400,00 RUB, вы получаете')).toBeAttached();
  const get = await field(page, /^Сколько вы получаете/).inputValue();
  await expectNoSidewaysScroll(page);
  await press(page, button(page, 'Продолжить'));

  await expect(heading(page, 'Ваша заявка')).toBeVisible();
  const email = newEmail();
  await typeInto(page, field(page, 'ФИО плательщика'), customerDetails.holder);
  await typeInto(page, field(page, 'Адрес Bitcoin'), customerDetails.address);
  await typeInto(page, field(page, 'E-mail'), email);
  await press(page, page.getByRole('checkbox'), 'Space');
  await expect(page.getByRole('checkbox')).toBeChecked();
  await expectNoSidewaysScroll(page);
  await press(page, button(page, 'Создать заявку'));

  await expect(heading(page, 'Ожидает обработки')).toBeVisible();
  await expect(page.getByText('6 400,00 RUB').first()).toBeVisible();
  await expect(page.getByText(`${get} BTC`).first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  const { orderId } = orderOf(page.url());
  await tabTo(page, page.getByRole('button', { name: /: Номер карты$/ }));
  await typeInto(page, field(page, /^Кто платил/), 'Анна К.');
  await typeInto(page, field(page, /^Комментарий/), 'Со счета сестры.');
  await press(page, button(page, 'Я оплатил(а)'));
  await expect(heading(page, 'Средства получены, ожидается выплата')).toBeVisible();
  await expect(page.getByText('Со счета сестры.')).toBeVisible();
  // The form that had the focus is gone: the keys go on from the heading, not from the top of the page.
  await expect(heading(page, 'Средства получены, ожидается выплата')).toBeFocused();

  const note = 'Отправили, спасибо.';
  await finalizeOrder({ orderId, note, payoutReference: 'tx-ru-1', actor: await operator() });
  await expect(heading(page, 'Завершена')).toBeVisible();
  await expect(page.getByText(note)).toBeVisible();
  await expectNoSidewaysScroll(page);
  await tabTo(page, page.getByRole('link', { name: 'Обменять еще раз' }));

  const bargain = { email, orderId, url: page.url(), give: '6400.00', get };
  const codes = ['U1', 'A3', 'A4', 'U3'];
  await expectLetters(bargain, 'ru', codes);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await enterNew(context, { roles: ['admin'] });
  const admin = await context.newPage();
  await expectMailbox(admin, bargain, codes);
  const amounts = ['6 400,00 RUB', `${get} BTC`];
  await expectLetterSays(admin, bargain, 'U1', { amounts, words: ['Заявка принята'] });
  await expectLetterSays(admin, bargain, 'U3', { amounts, words: ['Обмен выполнен', note, 'tx-ru-1'] });
});
