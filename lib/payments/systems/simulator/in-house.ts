import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { databaseStore } from './database-store';
import { type ServerAnswer, type ServerRequest, simulatorServer } from './server';

/**
 * The line to the simulator: it lives in this house, so its calls need no socket and cannot be overheard. Whoever may
 * call out may call it; a connection to it exists only where it is offered. Throws where the database does.
 */
export function callSimulator(request: ServerRequest): Promise<ServerAnswer> {
  return simulatorServer(databaseStore({ query }), now(), request);
}
