'use server';

import { getLocale } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { limitQuotes } from '@/app/_exchange/limit-quotes';
import { keepDraft } from '@/app/_exchange/order-draft';
import { redirect } from '@/app/_i18n/navigation';
import { pairPath } from '@/components/calculator/pair-path';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { repeatOrder } from '@/lib/exchange/repeat-order';
import { toLocale } from '@/lib/i18n/locales';

/** One press: the order form with the same amount at the present rate and the same details, or the page that says why not. */
export async function repeat(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction<null>(async () => {
    const locale = toLocale(await getLocale());
    await limitQuotes();
    const { orderId = '' } = formValues(form);
    const { from, to, give, quoteId, details } = await repeatOrder({ orderId, actor: await currentActor() });
    if (quoteId === null)
      return redirect({ href: { pathname: pairPath(from, to), query: { give } }, locale });
    await keepDraft(quoteId, details, locale);
    return redirect({ href: { pathname: `${pairPath(from, to)}/order`, query: { quote: quoteId } }, locale });
  });
}
