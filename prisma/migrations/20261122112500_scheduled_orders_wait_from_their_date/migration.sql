-- What was scheduled waits for the office from the announced moment on, not from when it was announced: so the queue,
-- which shows the first, is sorted by it too.
UPDATE "orders" SET "waiting_since" = "scheduled_for"
WHERE "status" = 'transfer_scheduled' AND "scheduled_for" IS NOT NULL;
