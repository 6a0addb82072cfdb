import { z } from 'zod';
import { checkField } from '@/lib/catalog/input-fields';
import { AppError, type FieldProblems, fail } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';
import type { SettingsField } from '@/lib/payments/connections/settings-fields';
import type { PaymentSystem } from '@/lib/payments/contract/system';
import { cleanText, shortText } from '@/lib/text';

/** What is typed for a connection: `settings.<field>` as texts, `drop.<field>` to take a secret away. */
export type ConnectionInput = {
  label: string;
  testMode: boolean;
  enabled: boolean;
  /** Open settings by field, defaults written out. */
  settings: Record<string, string | boolean>;
  /** Secrets that were typed anew, in the clear. */
  typed: Record<string, string>;
  /** Secrets that stay as they are. */
  kept: string[];
};

const plainInput = z.object({ label: shortText(60), testMode: checkField, enabled: checkField });
const lineMax = 2_000;
const textMax = 20_000;

/**
 * Reads what an admin typed into a system's form. `held` are the secrets that the connection has, in the clear: a
 * secret left empty stays, unless an address among the open settings is another than `before`, or a choice beside an
 * address that need not be there: kept secrets are never sent where nobody who knows them has sent them. Throws `invalid_input` with problems by the form's names; no value is part of them.
 */
export function readConnectionInput(
  system: PaymentSystem,
  fields: SettingsField[],
  held: Record<string, string>,
  input: Record<string, unknown>,
  before: Record<string, unknown> = {},
): ConnectionInput {
  const problems: FieldProblems = {};
  const read: ConnectionInput = {
    ...plainPart(input, problems),
    settings: {},
    typed: {},
    kept: [],
  };
  for (const field of fields) readField(field, input, held, read, problems);
  if (movesAway(fields, before, read.settings))
    for (const name of read.kept) problems[`settings.${name}`] = { key: 'secretAgain' };
  const whole = { ...read.settings, ...read.typed, ...keptSecrets(read.kept, held) };
  collect(problems, () => parseInput(z.object({ settings: system.settings }), { settings: whole }));
  if (Object.keys(problems).length > 0) fail('invalid_input', { fields: problems });
  return read;
}

function movesAway(
  fields: SettingsField[],
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): boolean {
  // Such an address may be kept without being used: then a choice decides whether secrets go there.
  const maySwitch = fields.some(({ name, required }) => !required && isAddress(after[name]));
  return fields.some(({ name, secret, kind }) => {
    const [old, present] = [before[name] ?? '', after[name] ?? ''];
    const matters = isAddress(old) || isAddress(present) || (maySwitch && kind === 'choice');
    return !secret && old !== present && matters;
  });
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function plainPart(input: Record<string, unknown>, problems: FieldProblems) {
  const plain = plainInput.safeParse(input);
  if (plain.success) return plain.data;
  collect(problems, () => parseInput(plainInput, input));
  return { label: '', testMode: false, enabled: false };
}

function readField(
  field: SettingsField,
  input: Record<string, unknown>,
  held: Record<string, string>,
  read: ConnectionInput,
  problems: FieldProblems,
): void {
  const { name } = field;
  const given = input[`settings.${name}`];
  if (field.kind === 'check') {
    read.settings[name] = given === 'on';
    return;
  }
  const cleaned = cleanText(typeof given === 'string' ? given : '', field.multiline ? 'multi' : 'single');
  const max = field.multiline ? textMax : lineMax;
  if (!cleaned.ok) problems[`settings.${name}`] = { key: cleaned.key };
  else if (cleaned.text.length > max)
    problems[`settings.${name}`] = { key: 'tooLong', params: { max: String(max) } };
  else if (cleaned.text === '') readEmpty(field, input, held, read, problems);
  else if (field.secret) read.typed[name] = cleaned.text;
  else read.settings[name] = cleaned.text;
}

/** Nothing was typed: a secret stays, another field gets its default or is missing. */
function readEmpty(
  field: SettingsField,
  input: Record<string, unknown>,
  held: Record<string, string>,
  read: ConnectionInput,
  problems: FieldProblems,
): void {
  const { name } = field;
  const dropped = !field.required && input[`drop.${name}`] === 'on';
  if (field.secret && name in held && !dropped) read.kept.push(name);
  else if (!field.secret && field.default !== undefined) read.settings[name] = field.default;
  else if (field.required) problems[`settings.${name}`] = { key: 'required' };
}

function keptSecrets(kept: string[], held: Record<string, string>): Record<string, string> {
  return Object.fromEntries(kept.map((name) => [name, held[name] ?? '']));
}

/** Adds the field problems that a check throws to those that are known; the first one of a field counts. */
function collect(problems: FieldProblems, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    for (const [name, problem] of Object.entries(error.fields)) problems[name] ??= problem;
  }
}
