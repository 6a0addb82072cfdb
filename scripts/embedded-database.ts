import pg from 'pg';

type Access = {
  /** Address for the superuser. */
  adminUrl: string;
  database: string;
  /** Password of the application's own role. */
  password: string;
  /** Lets the role make databases: for tests, which make one per file. */
  mayCreateDatabases?: boolean;
};

export const applicationRole = 'kantor';

/**
 * Makes the database and the application's role in the embedded cluster, where they are missing, and returns the
 * address the application uses. The role owns its database and nothing else: the server never runs as superuser.
 */
export async function prepareDatabase(access: Access): Promise<string> {
  const { adminUrl, database, password, mayCreateDatabases = false } = access;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const rights = `LOGIN ${mayCreateDatabases ? 'CREATEDB' : 'NOCREATEDB'} PASSWORD ${pg.escapeLiteral(password)}`;
    await ignoring('42710', client.query(`CREATE ROLE ${applicationRole} ${rights}`));
    await client.query(`ALTER ROLE ${applicationRole} ${rights}`);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) {
      const create = `CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER ${applicationRole}`;
      await ignoring('42P04', client.query(create));
    }
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.username = applicationRole;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}

/** Drops the database and ends its connections. */
export async function dropDatabase({
  adminUrl,
  database,
}: Pick<Access, 'adminUrl' | 'database'>): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

/** Two starts at once may both find nothing and both make it; who comes second finds it made. */
async function ignoring(code: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== code) throw error;
  }
}
