import { now } from '@/lib/clock';
import { newId } from '@/lib/ids';

/** The signs of ids, in the order the database sorts them. */
const digits = '0123456789bcdfghjkmnpqrstvwxyz';
const timeLength = 6;
/** 30^6 of these are 690 years. */
const tickMs = 30_000;

/**
 * A new id of a transfer. It begins with the time, so that the newest transfers and their entries lie together at the
 * end of their indexes: of a large ledger only these pages need be in memory. 10 random signs (49 bits) follow; an id
 * that is taken is refused by the database, and the posting goes on with another.
 */
export function newTransferId(): string {
  let ticks = Math.floor(now().getTime() / tickMs) % digits.length ** timeLength;
  let time = '';
  for (let place = 0; place < timeLength; place += 1) {
    time = digits.charAt(ticks % digits.length) + time;
    ticks = Math.floor(ticks / digits.length);
  }
  return `trf_${time}${newId('trf').slice(4 + timeLength)}`;
}
