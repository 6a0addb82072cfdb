import { ask, isNoAnswer, type NoAnswer, unknown } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import { jsonObject } from '@/lib/payments/form-fields';
import type { RobokassaSettings } from './settings';
import { stateSignature, webToken } from './signature';

const services = 'https://services.robokassa.ru/RefundService/Refund';

export function payPage({ country }: RobokassaSettings): string {
  return `https://auth.robokassa.${country}/Merchant/Index.aspx`;
}

/** Asks OpStateExt of a payment; the XML, or that nobody answered. */
export async function operationState(
  at: At<RobokassaSettings>,
  invId: string,
): Promise<{ xml: string } | NoAnswer> {
  const { merchantLogin, hash, password2, country } = at.settings;
  const query = new URLSearchParams({
    MerchantLogin: merchantLogin,
    InvoiceID: invId,
    Signature: stateSignature(hash, merchantLogin, invId, password2),
  });
  const url = `https://auth.robokassa.${country}/Merchant/WebService/Service.asmx/OpStateExt?${query}`;
  const answer = await ask(at.http, { method: 'GET', url });
  return isNoAnswer(answer) ? answer : { xml: answer.text };
}

/** Asks for a refund: its request id, a refusal in the system's words, or that nobody knows. */
export async function createRefund(
  at: At<RobokassaSettings>,
  refund: { opKey: string; amount: string; whole: boolean },
): Promise<{ requestId: string } | { refusal: string } | NoAnswer | ReturnType<typeof unknown>> {
  // The sum is a JSON number: written as it is, never through floating point.
  const sum = refund.whole ? '' : `,"RefundSum":${refund.amount}`;
  const payload = `{"OpKey":${JSON.stringify(refund.opKey)}${sum}}`;
  const body = webToken('{"alg":"HS256","typ":"JWT"}', payload, 'sha256', at.settings.password3);
  const answer = await ask(at.http, {
    method: 'POST',
    url: `${services}/Create`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (isNoAnswer(answer)) return answer;
  const told = jsonObject(answer.body);
  if (told?.success === true && typeof told.requestId === 'string') return { requestId: told.requestId };
  if (told?.success === false) return { refusal: String(told.message ?? 'refused without a word') };
  return unknown(`the refund service answered HTTP ${answer.status}`);
}

/** Asks what became of a refund. */
export async function refundAnswer(
  at: At<RobokassaSettings>,
  requestId: string,
): Promise<Record<string, unknown> | null | NoAnswer> {
  const url = `${services}/GetState?${new URLSearchParams({ id: requestId })}`;
  const answer = await ask(at.http, { method: 'GET', url });
  return isNoAnswer(answer) ? answer : jsonObject(answer.body);
}
