import { randomBytes } from 'node:crypto';

// Runs before each test file, ahead of its imports: `lib/env.ts` reads what is set here.
process.env.KANTOR_ENV = 'test';
process.env.KANTOR_SECRET = randomBytes(32).toString('hex');
process.env.AUTH_SECRET = randomBytes(32).toString('hex');
process.env.KANTOR_URL = 'http://localhost:3000';
process.env.KANTOR_WORKER = 'off';
process.env.LOG_LEVEL ||= 'silent';
// A unit test that asks the database is to fail at once, not to find the developer's own.
process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none';
for (const name of ['RESEND_API_KEY', 'SMTP_URL', 'MAIL_FROM', 'ADMIN_EMAIL']) delete process.env[name];
