import { bankMethods } from './bank-methods';
import { otherMethods } from './other-methods';
import { systemMethods } from './system-methods';

/** Seventeen methods of all five kinds that are paid directly, and three by the simulator. */
export const methods = [...bankMethods, ...otherMethods, ...systemMethods];
