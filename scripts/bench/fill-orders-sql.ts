/**
 * Orders `$1` to `$2` of `$3`, of which the last `$4` are unfinished, spread over `$5` days up to `$6`, on the
 * directions `$7` (JSON), worked on by the operators `$8`. Everything else follows from the order's number by a hash.
 */
export const insertOrdersSql = `
WITH traded AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($7::jsonb) AS d
    (n int, directions int, id text, "from" jsonb, "to" jsonb, rate numeric, dollar numeric)
), numbered AS MATERIALIZED (
  SELECT g, md5(g::text) AS hash, ('x' || substr(md5(g::text), 1, 12))::bit(48)::bigint AS chance, g > $3::int - $4::int AS open,
    $6::timestamptz - make_interval(secs => ($3::int - g) * ($5::int * 86400.0 / $3::int)) AS created
  FROM generate_series($1::int, $2::int) AS g
), timed AS (
  SELECT *, ('{pending_processing,pending_processing,pending_processing,payment_claimed,payment_claimed,
      payment_claimed,transfer_scheduled,funds_received,refunding,canceled}'::text[])[1 + g % 10] AS open_status,
    ('{completed,completed,completed,completed,completed,completed,completed,canceled,canceled,canceled}'::text[])
      [1 + chance % 10] AS end_status,
    least($6::timestamptz, created + make_interval(secs => 60 + chance / 100 % 3000)) AS claimed,
    least($6::timestamptz, created + make_interval(secs => 3600 + chance / 1000 % 40000)) AS ended,
    ($8::text[])[1 + chance % 20] AS operator
  FROM numbered
), states AS MATERIALIZED (
  SELECT *, CASE WHEN open THEN open_status WHEN chance % 97 = 0 THEN 'refunded' ELSE end_status END AS status
  FROM timed
), priced AS MATERIALIZED (
  SELECT s.*, d.id AS direction, d."from" AS f, d."to" AS t,
    d.rate * (0.9 + 0.2 * (chance / 7 % 1000) / 1000) AS market,
    (greatest(1, d.dollar * (20 + chance / 13 % 5000) * 10 ^ (d."from"->>'scale')::int))::bigint AS give
  FROM states s JOIN traded d ON d.n = s.chance % d.directions
), charged AS MATERIALIZED (
  SELECT *, give / 100 AS fee, (give - give / 100) / 50 AS spread,
    round(market * 0.98, 12) AS rate,
    jsonb_build_object('value', '220220' || lpad((chance % 10000000000)::text, 10, '0'),
      'display', '2202 •••• •••• ' || lpad((chance % 10000)::text, 4, '0')) AS card,
    jsonb_build_object('value', '0x' || hash || left(hash, 8), 'display', '0x' || hash || left(hash, 8)) AS address,
    jsonb_build_object('value', 'Иван Петров ' || chance % 5000, 'display', 'Иван Петров ' || chance % 5000) AS holder
  FROM priced
)
INSERT INTO orders (id, status, exception, type, version, direction_id, from_method_id, to_method_id, from_asset,
  to_asset, quote_id, give_units, get_units, rate_in, rate_out, market_rate, receipt_market_rate, fee_give_units,
  fee_get_units, spread_units, email, phone, locale, ip, give_requisites, get_requisites, search_keys, pay_to,
  idempotency_key, input_hash, created_at, expires_at, waiting_since, claimed_at, received_at, completed_at,
  canceled_at, canceled_by, cancel_reason, claim, scheduled_for, scheduled_text, note, payout_reference,
  refund_reference, held_by, held_at)
SELECT 'ord_' || left(hash, 16), status::"OrderStatus",
  CASE WHEN open AND status = 'canceled' THEN 'paid_late'::"OrderException" END,
  (CASE chance / 3 % 20 WHEN 0 THEN 'automatic' WHEN 1 THEN 'semi_automatic' ELSE 'operator' END)::"ExchangeType", 3, direction,
  f->>'method', t->>'method', f->>'asset', t->>'asset', 'quo_' || left(hash, 16), give,
  greatest(1, (give - fee) * rate * 10::numeric ^ ((t->>'scale')::int - (f->>'scale')::int))::bigint, 1, rate, round(market, 18),
  CASE WHEN status IN ('completed', 'refunded') THEN round(market, 18) END, fee, chance % 300, spread,
  'customer' || chance % 200000 || '@example.com',
  CASE WHEN chance % 3 = 0 THEN '+7916' || lpad((chance % 10000000)::text, 7, '0') END,
  CASE WHEN chance % 2 = 0 THEN 'ru' ELSE 'en' END, '10.' || chance % 200 || '.' || chance / 7 % 250 || '.' || chance / 11 % 250,
  CASE WHEN f->>'kind' = 'crypto' THEN jsonb_build_object('address', address)
    ELSE jsonb_build_object('card', card, 'holder', holder) END,
  CASE WHEN t->>'kind' = 'crypto' THEN jsonb_build_object('address', address)
    ELSE jsonb_build_object('card', card, 'holder', holder) END,
  ARRAY[card->>'value', right(card->>'value', 4), address->>'value'],
  jsonb_build_array(jsonb_build_object('key', 'account', 'titles', jsonb_build_object('en', 'Account', 'ru', 'Счёт'),
    'value', '40817810' || lpad((chance % 1000)::text, 12, '0'), 'copy', true)),
  'form:quo_' || left(hash, 16), hash || hash, created, created + interval '30 minutes',
  CASE WHEN status = 'pending_processing' THEN created WHEN open THEN claimed ELSE ended END,
  CASE WHEN status NOT IN ('pending_processing', 'canceled') OR open AND status = 'canceled' THEN claimed END,
  CASE WHEN status IN ('transfer_scheduled', 'funds_received', 'refunding', 'completed', 'refunded') THEN claimed END,
  CASE WHEN status = 'completed' THEN ended END, CASE WHEN status = 'canceled' THEN created + interval '30 minutes' END,
  CASE WHEN status = 'canceled' THEN CASE WHEN open THEN 'expired' ELSE 'operator' END END,
  CASE WHEN status = 'canceled' AND NOT open THEN 'No payment came in time' END,
  CASE WHEN status NOT IN ('pending_processing', 'canceled') THEN jsonb_build_object('payer', 'Иван Петров ' || chance % 5000,
    'reference', 'PAY-' || left(hash, 10), 'comment', '', 'receiptFileId', null, 'receiptName', null) END,
  CASE WHEN status = 'transfer_scheduled' THEN created + interval '1 day' END,
  CASE WHEN status = 'transfer_scheduled' THEN 'Tomorrow before noon' END,
  CASE WHEN status = 'completed' AND chance % 4 = 0 THEN 'Sent; thank you for waiting' END,
  CASE WHEN status = 'completed' THEN 'OUT-' || right(hash, 12) END,
  CASE WHEN status = 'refunded' THEN 'BACK-' || right(hash, 12) END,
  CASE WHEN status NOT IN ('pending_processing', 'canceled') THEN operator END,
  CASE WHEN status NOT IN ('pending_processing', 'canceled') THEN claimed END
FROM charged`;
