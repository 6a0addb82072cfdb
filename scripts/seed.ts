import { seedOnce } from './seed-once';

await seedOnce();
process.exit(0);
