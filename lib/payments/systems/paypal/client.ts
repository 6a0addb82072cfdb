import type { Client, OrdersController, PaymentsController } from '@paypal/paypal-server-sdk';
import { type Called, calledBy, callJson } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import { type Outgoing, OutgoingError, type OutgoingRequest } from '@/lib/payments/outgoing';
import type { PaypalSettings } from './settings';

export type PaypalSdk = typeof import('@paypal/paypal-server-sdk');
type Paypal = { orders: OrdersController; payments: PaymentsController; sdk: PaypalSdk };
type Answered = { statusCode: number; body: unknown };

/** Calls by the official SDK, read as any other call: it throws for what is no success. */
export async function paypal(
  at: At<PaypalSettings>,
  call: (paypal: Paypal) => Promise<Answered>,
): Promise<Called> {
  return caught(async (sdk) => {
    const client = clientOf(sdk, at);
    const { statusCode, body } = await call({
      orders: new sdk.OrdersController(client),
      payments: new sdk.PaymentsController(client),
      sdk,
    });
    return calledBy(statusCode, String(body));
  });
}

/** Calls that the SDK does not have (payouts), with its token. */
export async function paypalRest(
  at: At<PaypalSettings>,
  request: { method: 'GET' | 'POST'; path: string; json?: unknown },
): Promise<Called> {
  return caught(async (sdk) => {
    const token = await clientOf(sdk, at).clientCredentialsAuthManager.fetchToken();
    if (!token?.accessToken) return { kind: 'unknown', reason: 'no token in the answer' };
    const { method, path, json } = request;
    return callJson(at.http, {
      method,
      url: `https://${at.testMode ? 'api-m.sandbox.paypal.com' : 'api-m.paypal.com'}${path}`,
      headers: { authorization: `Bearer ${token.accessToken}` },
      ...(json === undefined ? {} : { json }),
    });
  });
}

/** Only asks for a token: whether the settings are right. */
export async function paypalToken(at: At<PaypalSettings>): Promise<Called> {
  return caught(async (sdk) => {
    const token = await clientOf(sdk, at).clientCredentialsAuthManager.fetchToken();
    return token?.accessToken
      ? { kind: 'done', status: 200, json: {} }
      : { kind: 'unknown', reason: 'no token in the answer' };
  });
}

async function caught(call: (sdk: PaypalSdk) => Promise<Called>): Promise<Called> {
  // Loaded when it is first needed: the registry of systems is read by every page, and the SDK is large.
  const sdk = await import('@paypal/paypal-server-sdk');
  try {
    return await call(sdk);
  } catch (error) {
    if (error instanceof OutgoingError)
      return { kind: error.sent ? 'unknown' : 'unsent', reason: error.message };
    if (error instanceof sdk.ApiError) return calledBy(error.statusCode, String(error.body));
    // The SDK's own checks of what came: not understood. Its message may quote the request, so it is not told.
    return { kind: 'unknown', reason: 'the answer of PayPal was not understood' };
  }
}

function clientOf(
  { Client, Environment }: PaypalSdk,
  { settings, testMode, http }: At<PaypalSettings>,
): Client {
  return new Client({
    environment: testMode ? Environment.Sandbox : Environment.Production,
    clientCredentialsAuthCredentials: {
      oAuthClientId: settings.clientId,
      oAuthClientSecret: settings.clientSecret,
    },
    // Whoever calls decides whether to call again: a verb is called once.
    httpClientOptions: { retryConfig: { maxNumberOfRetries: 0 } },
    unstable_httpClientOptions: { adapter: officeHttp(http) },
  });
}

type AxiosCall = {
  url?: string;
  method?: string;
  data?: unknown;
  headers?: { toJSON?(): Record<string, unknown> };
};

/** The SDK speaks through axios, whose transport can be changed: every call goes by the office's own way out. */
function officeHttp(http: Outgoing) {
  return async (config: AxiosCall) => {
    const { url = '', method = 'get', data, headers } = config;
    const answer = await http({
      method: methodOf(method),
      url,
      headers: Object.fromEntries(
        Object.entries(headers?.toJSON?.() ?? {})
          .filter(([name, value]) => value !== null && !/^(content-length|accept-encoding)$/i.test(name))
          .map(([name, value]) => [name.toLowerCase(), String(value)]),
      ),
      ...(typeof data === 'string' ? { body: data } : {}),
    });
    return { data: answer.text, status: answer.status, statusText: '', headers: answer.headers, config };
  };
}

function methodOf(method: string): OutgoingRequest['method'] {
  const upper = method.toUpperCase();
  if (upper === 'GET' || upper === 'PUT' || upper === 'DELETE' || upper === 'PATCH') return upper;
  return 'POST';
}
