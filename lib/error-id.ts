import { customAlphabet } from 'nanoid';

/** A short id that a customer can read out to support and support finds in the log. */
export const newErrorId = customAlphabet('0123456789BCDFGHJKMNPQRSTVWXYZ', 10);
