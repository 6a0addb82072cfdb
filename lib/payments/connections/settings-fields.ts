import type { z } from 'zod';
import type { PaymentSystem } from '@/lib/payments/contract/system';

/** One field of a system's settings, as the form draws it. Titles and help stand in the system's texts. */
export type SettingsField = {
  name: string;
  kind: 'text' | 'choice' | 'check';
  /** Sealed at rest and never shown again. */
  secret: boolean;
  multiline: boolean;
  required: boolean;
  /** What counts where nothing is told. */
  default: string | boolean | undefined;
  options: string[];
};

/**
 * The fields of a system's settings in the order of its schema. Throws where the schema holds what no form can ask
 * (the contract allows texts, choices of texts and boxes): that is a mistake of the adapter.
 */
export function settingsFields({
  code,
  settings,
}: Pick<PaymentSystem, 'code' | 'settings'>): SettingsField[] {
  return Object.entries(settings.shape).map(([name, schema]) => {
    const { inner, meta, optional, fallback } = unwrapped(schema as z.core.$ZodType);
    const shape = shapeOf(inner);
    if (!shape) throw new Error(`The setting ${name} of ${code} is neither text, choice nor box.`);
    const secret = meta.secret === true;
    if (secret && shape.kind !== 'text')
      throw new Error(`The setting ${name} of ${code} is secret but no text.`);
    return {
      name,
      ...shape,
      secret,
      multiline: meta.multiline === true,
      required: !optional && fallback === undefined && shape.kind !== 'check',
      default: typeof fallback === 'string' || typeof fallback === 'boolean' ? fallback : undefined,
    };
  });
}

type Meta = { secret?: unknown; multiline?: unknown };
type Unwrapped = { inner: z.core.$ZodType; meta: Meta; optional: boolean; fallback: unknown };

/** Takes off what is around the value itself. A wrapper has no meta of its own, so it is gathered on the way. */
function unwrapped(schema: z.core.$ZodType): Unwrapped {
  const found: Unwrapped = { inner: schema, meta: {}, optional: false, fallback: undefined };
  for (;;) {
    found.meta = { ...metaOf(found.inner), ...found.meta };
    const { def } = found.inner._zod as z.core.$ZodTypes['_zod'];
    switch (def.type) {
      case 'default':
      case 'prefault':
        found.fallback ??= def.defaultValue;
        found.inner = def.innerType;
        break;
      case 'optional':
      case 'nullable':
        found.optional = true;
        found.inner = def.innerType;
        break;
      case 'readonly':
      case 'nonoptional':
        found.inner = def.innerType;
        break;
      case 'pipe':
        // What is typed is what goes in; a transformation changes what the adapter gets of it.
        found.inner = def.in;
        break;
      default:
        return found;
    }
  }
}

function metaOf(schema: z.core.$ZodType): Meta {
  return 'meta' in schema && typeof schema.meta === 'function' ? ((schema.meta() as Meta) ?? {}) : {};
}

function shapeOf(schema: z.core.$ZodType): Pick<SettingsField, 'kind' | 'options'> | null {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  if (def.type === 'string') return { kind: 'text', options: [] };
  if (def.type === 'boolean') return { kind: 'check', options: [] };
  if (def.type === 'enum') return { kind: 'choice', options: Object.values(def.entries).map(String) };
  if (def.type === 'literal' && def.values.every((value) => typeof value === 'string'))
    return { kind: 'choice', options: def.values.map(String) };
  return null;
}
