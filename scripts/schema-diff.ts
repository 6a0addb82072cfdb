import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engineBindings from '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * The SQL that leads from one Prisma schema text to another (`null`: from nothing); empty if nothing changed.
 *
 * Prisma's command line would download its native engine for this. The same engine is published to the
 * registry as WebAssembly, and comparing two texts needs no database, so this works offline.
 */
export async function schemaDiff(from: string | null, to: string): Promise<string> {
  await loadEngine();
  const engine = await engineBindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', to]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(paperDatabase),
  );
  const result = await engine.diff({
    from: from === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [container(from)] },
    to: { tag: 'schemaDatamodel', files: [container(to)] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = result.stdout ?? '';
  return sql.includes('This is an empty migration') ? '' : sql;
}

function container(content: string) {
  return { path: 'schema.prisma', content };
}

const paper = { provider: 'postgres', adapterName: 'paper' } as const;

/** The engine insists on greeting a database before it compares texts; this one only tells its version. */
const paperConnection: SqlDriverAdapter = {
  ...paper,
  queryRaw: async () => ({
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 18.4', 180004]],
  }),
  executeRaw: async () => 0,
  executeScript: async () => {},
  startTransaction: async () => {
    throw new Error('comparing schemas opens no transaction');
  },
  dispose: async () => {},
};

const paperDatabase: SqlMigrationAwareDriverAdapterFactory = {
  ...paper,
  connect: async () => paperConnection,
  connectToShadowDb: async () => paperConnection,
};

let loaded = false;

/** Instantiates the module by hand: Node 20 cannot import WebAssembly as the package's entry does. */
async function loadEngine(): Promise<void> {
  if (loaded) return;
  const bindings = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(path.join(path.dirname(bindings), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': { ...engineBindings },
  });
  engineBindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  loaded = true;
}
