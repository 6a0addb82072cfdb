/**
 * A stand-in for the HTTP interface of a payment system, written from the same facts as its adapter. It keeps what it
 * knows in memory and is used twice: by tests, in the process (`lib/payments/testing/fake-outgoing.ts`), and by
 * `npm run systems:doubles`, over HTTP, to try the whole office against it. It knows the sample settings of the
 * adapter's `fixtures.ts` (keys, shop ids), and accepts and signs with nothing else.
 */
export type Double = {
  /** The adapter it stands in for. */
  code: string;
  /** Names of the hosts it answers for, as adapters call them (`api.example.com`). */
  hosts: readonly string[];
  handle(request: DoubleRequest): Promise<DoubleAnswer> | DoubleAnswer;
  /**
   * A buyer pays what was started under that reference (whatever the system calls it: order number, invoice id), by
   * `POST /_doubles/<host>/pay`. Answers with the notices that the system sends then; null: it knows no such payment.
   */
  pay?(what: DoubleOrder): Promise<DoubleCallback[] | null> | DoubleCallback[] | null;
  /** What it holds, for `GET /_doubles`. */
  holds?(): unknown;
};

export type DoubleOrder = {
  reference: string;
  /** Another amount than was asked for, as the system writes it. */
  amount?: string;
};

export type DoubleRequest = {
  method: string;
  host: string;
  /** With the slash at its beginning, without the query. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
  /** Where a browser reaches a page of this host: the doubles' own address in a trial, `https://<host>` in tests. */
  baseUrl: string;
};

export type DoubleAnswer = {
  status: number;
  headers?: Record<string, string>;
  body: string | Buffer;
  /** Sent after the answer, in this order. */
  callbacks?: DoubleCallback[];
};

/** A notice to the office. */
export type DoubleCallback = {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body: string;
  /** Not at once. */
  afterMs?: number;
};

/** An answer of JSON. */
export function jsonAnswer(value: unknown, status = 200): DoubleAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** An answer of plain text, XML or a page. */
export function textAnswer(
  body: string,
  contentType = 'text/plain; charset=utf-8',
  status = 200,
): DoubleAnswer {
  return { status, headers: { 'content-type': contentType }, body };
}

/** Fields of a form that was posted, or of the query of a GET. */
export function sentFields(request: DoubleRequest): Record<string, string> {
  if (request.method === 'GET') return Object.fromEntries(request.query);
  return Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
}

/** A notice as a posted form. */
export function formCallback(url: string, fields: Record<string, string>): DoubleCallback {
  return {
    url,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}

/** A page of the system with nothing but a heading, lines and buttons that post to addresses. */
export function hostedPage(
  title: string,
  lines: readonly string[],
  buttons: readonly { text: string; action: string; fields?: Record<string, string> }[],
): DoubleAnswer {
  const forms = buttons.map(({ text, action, fields = {} }) => {
    const hidden = Object.entries(fields).map(
      ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
    );
    return `<form method="post" action="${escaped(action)}">${hidden.join('')}<button>${escaped(text)}</button></form>`;
  });
  const body = [`<h1>${escaped(title)}</h1>`, ...lines.map((line) => `<p>${escaped(line)}</p>`), ...forms];
  return textAnswer(
    `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title>${body.join('')}`,
    'text/html; charset=utf-8',
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
