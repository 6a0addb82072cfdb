import type { Content } from 'pdfmake';
import { amountInWords } from '@/lib/amount-in-words';
import type { OperationView } from '@/lib/cashier/till-types';
import { formatAmount } from '@/lib/format-amount';
import type { Locale } from '@/lib/i18n/locales';
import { brandHead, brandMarkSvg } from '@/lib/pdf/brand-head';
import { inks, millimetres, type PdfDocument } from '@/lib/pdf/pdf-document';
import type { OfficeSettings } from '@/lib/settings';
import en from '@/messages/en/till.json' with { type: 'json' };
import ru from '@/messages/ru/till.json' with { type: 'json' };

const words = { en: en.receipt, ru: ru.receipt };

/** A roll of the counter's printer, or a sheet. */
export const receiptPapers = ['80mm', 'a4'] as const;
export type ReceiptPaper = (typeof receiptPapers)[number];

/** What a receipt tells of: an operation that was done, and the office. */
export type ReceiptFacts = {
  operation: Pick<
    OperationView,
    | 'id'
    | 'number'
    | 'kind'
    | 'holder'
    | 'asset'
    | 'amount'
    | 'fee'
    | 'walletAmount'
    | 'moneyKind'
    | 'reason'
    | 'receiptNumber'
    | 'cashier'
    | 'createdAt'
    | 'decidedAt'
    | 'reversedAt'
  >;
  office: Pick<OfficeSettings, 'officeName' | 'contactEmail' | 'timeZone'>;
};

/** The receipt of a till operation: on a roll of 80 mm, or on A4 with places to sign. */
export function receiptPdf(facts: ReceiptFacts, paper: ReceiptPaper, locale: Locale): PdfDocument {
  const title = words[locale].title.replace('{number}', String(facts.operation.number));
  const base = { title: `${facts.office.officeName} · ${title}`, locale };
  if (paper === 'a4') return { ...base, fontSize: 10.5, content: sheet(facts, locale, title) };
  return {
    ...base,
    fontSize: 9,
    pageSize: { width: millimetres(80), height: 'auto' },
    pageMargins: [millimetres(5), millimetres(5), millimetres(5), millimetres(6)],
    content: roll(facts, locale, title),
  };
}

function roll(facts: ReceiptFacts, locale: Locale, title: string): Content {
  const t = words[locale];
  return [
    {
      columns: [
        { width: '*', text: '' },
        { width: 16, svg: brandMarkSvg, fit: [16, 16] },
        { width: 'auto', text: facts.office.officeName, fontSize: 13, bold: true, margin: [5, 0, 0, 0] },
        { width: '*', text: '' },
      ],
    },
    {
      text: facts.office.contactEmail,
      alignment: 'center',
      fontSize: 8,
      color: inks.muted,
      margin: [0, 2, 0, 6],
    },
    { text: t.titles[facts.operation.kind], alignment: 'center', bold: true, fontSize: 11 },
    { text: title, alignment: 'center' },
    ...reversedMark(facts, locale),
    rule(),
    { text: figure(facts, locale), alignment: 'center', fontSize: 17, bold: true },
    { text: inWords(facts, locale), alignment: 'center', fontSize: 8, margin: [0, 0, 0, 2] },
    rule(),
    ...lines(facts, locale).map(
      ([name, value]): Content => ({
        margin: [0, 1, 0, 1],
        columns: [
          { width: 62, text: name, color: inks.muted },
          { width: '*', text: value, alignment: 'right' },
        ],
        columnGap: 6,
      }),
    ),
    rule(),
    { text: t.keep, alignment: 'center', fontSize: 8, color: inks.muted },
    { text: facts.operation.id, alignment: 'center', fontSize: 7, color: inks.muted, margin: [0, 3, 0, 0] },
  ];
}

function sheet(facts: ReceiptFacts, locale: Locale, title: string): Content {
  const t = words[locale];
  const line = '_'.repeat(32);
  return [
    brandHead({
      officeName: facts.office.officeName,
      title,
      lines: [moment(momentOf(facts.operation), facts.office, locale), facts.office.contactEmail],
    }),
    { text: t.titles[facts.operation.kind], fontSize: 16, bold: true, margin: [0, 8, 0, 0] },
    ...reversedMark(facts, locale),
    { text: figure(facts, locale), fontSize: 28, bold: true, margin: [0, 10, 0, 0] },
    { text: inWords(facts, locale), margin: [0, 0, 0, 14] },
    {
      layout: 'rows',
      table: {
        headerRows: 0,
        widths: [170, '*'],
        body: lines(facts, locale).map(([name, value]) => [
          { text: name, color: inks.muted },
          { text: value },
        ]),
      },
    },
    { text: t.keep, color: inks.muted, margin: [0, 14, 0, 40] },
    {
      columns: [
        { stack: [line, { text: t.signCashier, color: inks.muted, fontSize: 9 }] },
        { stack: [line, { text: t.signCustomer, color: inks.muted, fontSize: 9 }] },
      ],
    },
    { text: facts.operation.id, fontSize: 8, color: inks.muted, margin: [0, 30, 0, 0] },
  ];
}

/** Names and values, the same on both papers. A fee is told only where there is one. */
function lines({ operation, office }: ReceiptFacts, locale: Locale): [string, string][] {
  const t = words[locale].lines;
  const { holder, asset, fee, moneyKind, reason, receiptNumber, cashier } = operation;
  const money = (value: string) => `${formatAmount(value, locale)} ${asset}`;
  const told: [string, string | null | undefined | false][] = [
    [t.wallet, holder.formatted],
    [t.holder, holder.maskedName],
    [t.reason, reason && words[locale].reasons[reason]],
    [t.moneyKind, (!reason || reason === 'paid_out') && words[locale].kinds[moneyKind]],
    [t.receiptNumber, receiptNumber],
    [t.fee, /[1-9]/.test(fee) && money(fee)],
    [t.credited, /[1-9]/.test(fee) && money(operation.walletAmount)],
    [t.cashier, cashier.name],
    [t.office, office.officeName],
    [t.at, moment(momentOf(operation), office, locale)],
  ];
  return told.filter((line): line is [string, string] => Boolean(line[1]));
}

function reversedMark({ operation: { reversedAt }, office }: ReceiptFacts, locale: Locale): Content[] {
  if (!reversedAt) return [];
  const text = words[locale].reversed.replace('{time}', moment(reversedAt, office, locale));
  const cell: Content = { text, alignment: 'center', bold: true, margin: [4, 3, 4, 3] };
  return [{ margin: [0, 6, 0, 0], table: { widths: ['*'], body: [[cell]] } }];
}

function figure({ operation: { amount, asset } }: ReceiptFacts, locale: Locale): string {
  return `${formatAmount(amount, locale)} ${asset}`;
}

function inWords({ operation: { amount, asset } }: ReceiptFacts, locale: Locale): string {
  const text = amountInWords(amount, asset, locale);
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** When the money moved: an operation that waited moved it when it was approved. */
function momentOf({ decidedAt, createdAt }: ReceiptFacts['operation']): string {
  return decidedAt ?? createdAt;
}

/** In the office's time zone, with the zone named: a receipt is read elsewhere too. */
function moment(at: string, office: ReceiptFacts['office'], locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: office.timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at));
}

function rule(): Content {
  const width = millimetres(70);
  return {
    margin: [0, 5, 0, 5],
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, dash: { length: 2 } }],
  };
}
