import { createHash } from 'node:crypto';
import { now } from '@/lib/clock';
import { type Queryable, query } from '@/lib/db';
import { enabledDirectionRows, officeNow } from '@/lib/exchange/catalog-rows';
import { isOfficeAtWork } from '@/lib/exchange/office-hours';
import { processWide } from '@/lib/process-wide';
import { feedItems } from './feed-item';
import { feedXml } from './feed-xml';

export type RatesFeed = { xml: string; etag: string; lastModified: Date };

type Seen = { etag: string; since: Date };

const seen = processWide<{ last?: Seen }>('rates feed', () => ({}));

/** The feed for monitors as of this moment, always computed anew: what it says is what an order would get. Public. */
export async function ratesFeed(db: Queryable = { query }): Promise<RatesFeed> {
  const [office, rows] = await Promise.all([officeNow(db), enabledDirectionRows(db)]);
  const moment = now();
  const atWork = isOfficeAtWork(office.settings, moment);
  const items = office.settings.open ? rows.flatMap((row) => feedItems(row, office, atWork)) : [];
  const xml = feedXml(items);
  const etag = `"${createHash('sha256').update(xml).digest('base64url')}"`;
  // Since when this process knows the contents. Told for people: only the tag decides whether anything changed.
  if (seen.last?.etag !== etag) seen.last = { etag, since: moment };
  return { xml, etag, lastModified: seen.last.since };
}
