import { allDoubles } from './all';
import { doublesServer } from './server';

// `npm run systems:doubles`: all payment systems that can be called, on this machine. The office is pointed to them by
// KANTOR_DOUBLES; connections are made with the sample settings of each adapter's `fixtures.ts`.
const port = Number(process.env.PORT || 4010);
const doubles = allDoubles.map((double) => double());
const server = doublesServer(doubles);

server.listen(port, '127.0.0.1', () => {
  console.log(`${doubles.length} doubles are at http://127.0.0.1:${port}. For the office:\n`);
  console.log(`  KANTOR_DOUBLES=http://127.0.0.1:${port} npm start\n`);
  for (const { code, hosts } of doubles) console.log(`  ${code}: ${hosts.join(', ')}`);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
