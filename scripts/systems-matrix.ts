import { readFileSync, writeFileSync } from 'node:fs';
import { systemsMatrix, withMatrix } from '@/lib/payments/connections/matrix';
import { paymentSystems } from '@/lib/payments/registry';

/** `npm run systems:matrix`: writes what every payment system can do into README.md, read from the code. */
const file = 'README.md';
writeFileSync(file, withMatrix(readFileSync(file, 'utf8'), systemsMatrix(paymentSystems)));
console.log(`${file} tells of ${paymentSystems.length} payment systems.`);
