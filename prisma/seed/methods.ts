import { bankMethods } from './bank-methods';
import { otherMethods } from './other-methods';

/** Seventeen methods of all five kinds. */
export const methods = [...bankMethods, ...otherMethods];
