import type { ReactNode } from 'react';
import { type Fact, Facts } from '@/emails/_components/facts';
import { moment, money, rateLine } from '@/emails/_components/format';
import { Layout } from '@/emails/_components/layout';
import type { LetterView } from '@/emails/_components/letter';
import { orderWords, statusTones } from '@/emails/_components/order-words';
import { Action, Badge, Lead } from '@/emails/_components/text';
import type { OrderLetterProps } from '@/lib/notify/event-props';

export type OrderView = LetterView<OrderLetterProps>;

type OrderLetterSheetProps = {
  view: OrderView;
  heading: string;
  lead: string;
  /** The money is still to be paid: where to and how much stand on top. */
  unpaid?: boolean;
  /** For the office: contacts and the desk's link instead of the customer's. */
  forOffice?: boolean;
  children?: ReactNode;
};

/**
 * The body all order letters share: what is said, what to do, and then every parameter of the order with the details
 * of both sides, so that each letter can stand as its record.
 */
export function OrderLetterSheet(sheet: OrderLetterSheetProps) {
  const { view, heading, lead, unpaid = false, forOffice = false, children } = sheet;
  const t = orderWords[view.locale];
  const paying = <Facts title={t.payTo} facts={payToFacts(view, unpaid)} soft={unpaid} />;
  return (
    <Layout locale={view.locale} office={view.office} preview={lead} heading={heading}>
      <Badge tone={statusTones[view.statusKey]}>{t.statuses[view.statusKey]}</Badge>
      <Lead>{lead}</Lead>
      {children}
      {unpaid && paying}
      {forOffice && view.deskUrl ? (
        <Action href={view.deskUrl} hint={t.deskHint}>
          {t.desk}
        </Action>
      ) : (
        <Action href={view.url} hint={t.openHint}>
          {t.open}
        </Action>
      )}
      <Facts title={t.details} facts={[...detailFacts(view, forOffice), ...limitFacts(view, unpaid)]} />
      <Facts title={t.from} facts={requisites(view.from.title, view.giveRequisites)} />
      <Facts title={t.to} facts={requisites(view.to.title, view.getRequisites)} />
      {!unpaid && paying}
    </Layout>
  );
}

function payToFacts(view: OrderView, unpaid: boolean): Fact[] {
  const t = orderWords[view.locale];
  if (view.payTo.length === 0) return [];
  return [
    {
      title: t.payAmount,
      value: `${money(view.asked ?? view.from.amount, view.from.asset, view.locale)}, ${view.from.title}`,
    },
    ...view.payTo.map((line) => ({ ...line, code: true })),
    ...(unpaid || view.statusKey === 'pending_processing' ? untilFacts(view) : []),
  ];
}

/** Until when to pay, where there are no details of the office above to say it beside. */
function limitFacts(view: OrderView, unpaid: boolean): Fact[] {
  return unpaid && view.payTo.length === 0 ? untilFacts(view) : [];
}

function untilFacts({ expiresAt, locale, office }: OrderView): Fact[] {
  if (!expiresAt) return [];
  return [{ title: orderWords[locale].payUntil, value: moment(expiresAt, locale, office) }];
}

function detailFacts(view: OrderView, forOffice: boolean): Fact[] {
  const { locale, office } = view;
  const t = orderWords[locale];
  const optional = (title: string, value: string | undefined, code = false): Fact[] =>
    value ? [{ title, value, code }] : [];
  return [
    { title: t.order, value: view.orderId, code: true },
    { title: t.give, value: `${money(view.from.amount, view.from.asset, locale)}, ${view.from.title}` },
    { title: t.get, value: `${money(view.to.amount, view.to.asset, locale)}, ${view.to.title}` },
    { title: t.rate, value: rateLine(view.rate, locale) },
    ...view.fees.map((fee) => ({ title: t.fee[fee.label], value: money(fee.amount, fee.asset, locale) })),
    { title: t.status, value: t.statuses[view.statusKey] },
    ...optional(t.created, view.createdAt && moment(view.createdAt, locale, office)),
    ...optional(t.sendAt, view.sendAt && moment(view.sendAt, locale, office)),
    ...optional(t.payoutReference, view.payoutReference, true),
    ...optional(t.refundReference, view.refundReference, true),
    ...(forOffice ? [...optional(t.email, view.email), ...optional(t.phone, view.phone)] : []),
  ];
}

function requisites(method: string, lines: OrderLetterProps['payTo']): Fact[] {
  if (lines.length === 0) return [];
  return lines.map(({ title, value }, index) => ({
    title: index === 0 && title === method ? method : title,
    value,
    code: true,
  }));
}
