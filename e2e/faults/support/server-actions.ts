import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { encode } from 'next-auth/jwt';
import { inject } from 'vitest';
import { addMinutes, now } from '@/lib/clock';
import { query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { freshIp } from './api-client';

/** What a press came to: where the browser is sent, or what it is told. */
export type Pressed = { status: number; redirect: string | null; code: string | null; text: string };

export type Press = {
  /** Address of the page that the form stands on. */
  page: string;
  /** Source file and export of the action. */
  action: [file: string, name: string];
  fields: Record<string, string>;
  cookie: string;
  signal?: AbortSignal;
};

/** Sends a form to a server action as the browser's script does, each time from another address. */
export async function press(url: string, { page, action, fields, cookie, signal }: Press): Promise<Pressed> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  // The action's arguments: no answer before this one, and the form whose fields stand above.
  body.append('0', '[null,"$K1"]');
  const response = await fetch(`${url}${page}`, {
    method: 'POST',
    headers: {
      'next-action': actionId(...action),
      origin: url,
      cookie,
      'x-forwarded-for': freshIp(),
      accept: 'text/x-component',
    },
    body,
    redirect: 'manual',
    signal: signal ?? AbortSignal.timeout(90_000),
  });
  const text = await response.text();
  const redirect = response.headers.get('x-action-redirect')?.split(';')[0] ?? null;
  const code = /"ok":false,"code":"(\w+)"/.exec(text)?.[1] ?? null;
  return { status: response.status, redirect, code, text };
}

/** Whose session cannot be looked up is a guest meanwhile. */
const overloaded = new Set(['unavailable', 'not_signed_in']);

/** The same until it is answered by something else than an outage, as a person does who was told to try again. */
export async function pressUntilAnswered(url: string, wanted: Press): Promise<Pressed> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const pressed = await press(url, wanted).catch(() => null);
    if (pressed && pressed.status < 500 && !overloaded.has(pressed.code ?? '')) return pressed;
    if (Date.now() > deadline)
      throw new Error(`no answer to ${wanted.page}: ${pressed?.text ?? 'nothing came'}`);
    await pause(100 + Math.random() * 200);
  }
}

/** `done`, or the code of the refusal. */
export function outcomeOf({ redirect, code, text, status }: Pressed): string {
  if (redirect !== null) return 'done';
  if (code !== null) return code;
  return /"ok":true/.test(text) ? 'done' : `status ${status}`;
}

let ids: Map<string, string> | undefined;

/** The build names each action by a hash; its list tells which is which. */
function actionId(file: string, name: string): string {
  ids ??= readIds(path.join(inject('distDir'), 'server', 'server-reference-manifest.json'));
  const id = ids.get(`${file} ${name}`);
  if (!id) throw new Error(`the build has no action ${name} of ${file}`);
  return id;
}

type Manifest = { node: Record<string, { filename?: string; exportedName?: string }> };

function readIds(list: string): Map<string, string> {
  const { node }: Manifest = JSON.parse(readFileSync(list, 'utf8'));
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [`${filename} ${exportedName}`, id]),
  );
}

/** The cookie of a session of that person's, begun just now. */
export async function cookieOf(userId: string): Promise<string> {
  const sessionId = newId('ses');
  await query(
    `INSERT INTO sessions (id, user_id, ip, user_agent, created_at, last_seen_at, expires_at)
     VALUES ($1, $2, '10.0.0.1', 'test', $3, $3, $4)`,
    [sessionId, userId, now(), addMinutes(now(), 60)],
  );
  const salt = 'kantor-session';
  const token = await encode({ secret: process.env.AUTH_SECRET ?? '', salt, token: { sid: sessionId } });
  return `${salt}=${token}`;
}
