import { after, type NextRequest, NextResponse } from 'next/server';
import { AppError } from '@/lib/errors';
import { toLocale } from '@/lib/i18n/locales';
import { type Choice, choices, chooseOutcome } from '@/lib/payments/systems/simulator/choose';
import { simulatorPayment } from '@/lib/payments/systems/simulator/page';
import { tellOffice } from '@/lib/payments/systems/simulator/tell-office';

type Context = { params: Promise<{ locale: string; id: string }> };

/**
 * The buyer chose. A plain form's post, as with any payment page: the buyer is sent back to the office, and its notices
 * go out before that, or once he is on his way.
 */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  const { id, locale } = await params;
  // A body that is no form has no choice in it.
  const form = await request.formData().catch(() => null);
  const choice = form?.get('choice');
  if (!isChoice(choice)) return new Response('Bad request', { status: 400 });
  try {
    const { returnUrl } = await simulatorPayment(id);
    const { operation, notices, when, goesBack } = await chooseOutcome(id, choice);
    const tellAll = async () => {
      for (const notice of notices) await tellOffice(operation, notice);
    };
    if (when === 'before') await tellAll();
    else after(tellAll);
    const here = `/${toLocale(locale)}/simulator/payments/${id}?did=${choice}`;
    return new NextResponse(null, { status: 303, headers: { location: goesBack ? returnUrl : here } });
  } catch (error) {
    if (error instanceof AppError) return new Response('Not found', { status: 404 });
    throw error;
  }
}

function isChoice(value: unknown): value is Choice {
  return choices.some((choice) => choice === value);
}
