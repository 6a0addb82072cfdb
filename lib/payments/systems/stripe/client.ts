import type Stripe from 'stripe';
import type { At, Refused, Unknown } from '@/lib/payments/contract/at';
import { type Outgoing, OutgoingError } from '@/lib/payments/outgoing';
import { hmac, sameSignature } from '@/lib/payments/signature';
import { isTestKey, type StripeSettings } from './settings';

/** Loaded when it is first needed: the registry of systems is read by every page, and the SDK is large. */
const loadSdk = async () => (await import('stripe')).default;

/** Calls Stripe; whatever goes wrong becomes an outcome. */
export async function asking<T>(
  at: At<StripeSettings>,
  call: (stripe: Stripe) => Promise<T>,
): Promise<T | Refused | Unknown> {
  if (isTestKey(at.settings) !== at.testMode)
    return { outcome: 'refused', reason: 'the key is of the other mode (test or live) than the connection' };
  const Sdk = await loadSdk();
  // The SDK over the office's own way out, so that its limits, the address check and the doubles hold here too.
  const stripe = new Sdk(at.settings.secretKey, {
    httpClient: officeHttp(at.http),
    // Whoever calls decides whether to call again: a verb is called once.
    maxNetworkRetries: 0,
    telemetry: false,
  });
  try {
    return await call(stripe);
  } catch (error) {
    if (error instanceof Sdk.errors.StripeError)
      return outcomeOf(error, error instanceof Sdk.errors.StripeIdempotencyError);
    throw error;
  }
}

/** The same for calls that move money: what never left the house is refused, and can be sent again. */
export async function moving<T>(
  at: At<StripeSettings>,
  call: (stripe: Stripe) => Promise<T>,
): Promise<T | Refused | Unknown> {
  let unsent = false;
  const http: Outgoing = async (request) => {
    try {
      return await at.http(request);
    } catch (error) {
      unsent = error instanceof OutgoingError && !error.sent;
      throw error;
    }
  };
  const answer = await asking({ ...at, http }, call);
  const isAnswer = typeof answer === 'object' && answer !== null && !isOutcome(answer);
  return unsent && !isAnswer ? { outcome: 'refused', reason: 'Stripe was not reached' } : answer;
}

/** Whether the call came to nothing that could be read. */
export function isOutcome(answer: object): answer is Refused | Unknown {
  return 'outcome' in answer;
}

/** Of a call that only asked: not having been told is no refusal. */
export function notTold({ reason }: Refused | Unknown): Unknown {
  return { outcome: 'unknown', reason };
}

/**
 * Stripe's 4xx mean that nothing was done, but for: 409 and an idempotency key used with other parameters (the first
 * call may have succeeded), and 429.
 */
function outcomeOf(error: Stripe.errors.StripeError, isRepeated: boolean): Refused | Unknown {
  const reason = [error.code ?? error.type, error.message].join(': ').slice(0, 300);
  const status = error.statusCode ?? 0;
  const decided = status >= 400 && status < 500 && status !== 409 && status !== 429;
  return { outcome: decided && !isRepeated ? 'refused' : 'unknown', reason };
}

function officeHttp(http: Outgoing) {
  return {
    getClientName: () => 'kantor',
    async makeRequest(
      host: string,
      port: string,
      path: string,
      method: string,
      headers: Record<string, string | number | string[]>,
      requestData: string,
    ) {
      const answer = await http({
        method: method === 'GET' || method === 'DELETE' ? method : 'POST',
        url: `https://${host}${port === '443' ? '' : `:${port}`}${path}`,
        headers: Object.fromEntries(
          Object.entries(headers)
            .filter(([name]) => !/^(content-length|x-stripe-client-)/i.test(name))
            .map(([name, value]) => [name.toLowerCase(), String(value)]),
        ),
        ...(requestData === '' || requestData === null ? {} : { body: requestData }),
      });
      return {
        getStatusCode: () => answer.status,
        getHeaders: () => answer.headers,
        getRawResponse: () => ({ headers: answer.headers, statusCode: answer.status }),
        toStream: () => {
          throw new Error('streams are not used');
        },
        toJSON: async () => JSON.parse(answer.text),
      };
    },
  };
}

const toleranceSeconds = 300;

export type SignatureProblem = 'no_signature' | 'bad_signature' | 'stale';

/**
 * Verifies `Stripe-Signature: t=…,v1=…[,v1=…]` over the raw body. Any v1 may fit (a secret being rolled signs twice);
 * the time is part of what is signed, so an old notice cannot be made young.
 */
export function signatureProblem(
  header: string | undefined,
  body: Buffer,
  secret: string,
  now: Date,
): SignatureProblem | null {
  const parts = (header ?? '').split(',').map((part) => /^([a-z0-9]+)=([0-9a-f]+)$/i.exec(part.trim()));
  const times = parts.flatMap((part) => (part?.[1] === 't' ? [part[2] ?? ''] : []));
  const signatures = parts.flatMap((part) => (part?.[1] === 'v1' ? [part[2] ?? ''] : []));
  const [time = ''] = times;
  if (times.length !== 1 || signatures.length === 0 || !/^\d{1,12}$/.test(time)) return 'no_signature';
  if (parts.includes(null)) return 'bad_signature';
  const expected = stripeSignature(time, body, secret);
  const fits = signatures.slice(0, 10).filter((signature) => sameSignature(signature, expected, 'hex'));
  if (fits.length === 0) return 'bad_signature';
  return Math.abs(now.getTime() / 1000 - Number(time)) > toleranceSeconds ? 'stale' : null;
}

/** The `v1` of a notice. */
export function stripeSignature(time: string, body: Buffer | string, secret: string): string {
  return hmac('sha256', secret, Buffer.concat([Buffer.from(`${time}.`), Buffer.from(body)]));
}
