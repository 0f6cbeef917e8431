import { listOf, partsOf, type Parts } from "./schema-parts.ts";

/** Wrappers inside wrappers that are looked through: more are a schema that wraps itself. */
const MAX_WRAPPERS = 20;

/** Under which names zod 4 and zod 3 keep the schemas inside of an optional, a default, a pipe, an effect, ... */
const WRAPPED = ["innerType", "in", "out", "schema", "left", "right"] as const;
/** Under which names they keep the schema of an array's or a record's members. */
const MEMBERS = ["element", "valueType", "type"] as const;

/**
 * The keys that `schema` knows for the object at `path`, sorted; none if it does not say. Reads what the
 * object schemas of zod 4 and zod 3 carry.
 */
export function knownKeys(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  let candidates = unwrap(schema);
  for (const step of path) candidates = candidates.flatMap((one) => memberAt(one, step)).flatMap(unwrap);
  const keys = new Set(candidates.flatMap((one) => Object.keys(shapeOf(one))));
  return [...keys].sort();
}

/** The schemas behind wrappers and unions that say themselves what they accept. */
function unwrap(schema: unknown): Parts[] {
  let layer: ReadonlySet<Parts> = new Set([partsOf(schema)]);
  const found: Parts[] = [];
  for (let depth = 0; depth < MAX_WRAPPERS && layer.size > 0; depth += 1) {
    const next = new Set<Parts>();
    for (const one of layer) {
      const inner = innerSchemas(one);
      if (inner.length === 0) found.push(one);
      for (const schemaInside of inner) next.add(partsOf(schemaInside));
    }
    layer = next;
  }
  return found;
}

function innerSchemas(schema: Parts): readonly unknown[] {
  const definition = definitionOf(schema);
  const options = listOf(definition.options);
  if (options.length > 0) return options;
  if (typeof definition.getter === "function") return [Reflect.apply(definition.getter, definition, [])];
  return WRAPPED.map((name) => definition[name]).filter((inner) => inner !== undefined);
}

function memberAt(schema: Parts, step: PropertyKey): readonly unknown[] {
  const shape = shapeOf(schema);
  if (Object.hasOwn(shape, step)) return [Reflect.get(shape, step)];
  const definition = definitionOf(schema);
  const item = typeof step === "number" ? listOf(definition.items)[step] : undefined;
  const members = [item, ...MEMBERS.map((name) => definition[name])];
  return members.filter((member) => typeof member === "object" && member !== null).slice(0, 1);
}

function shapeOf(schema: Parts): Parts {
  const shape = schema.shape ?? definitionOf(schema).shape;
  return partsOf(typeof shape === "function" ? Reflect.apply(shape, schema, []) : shape);
}

function definitionOf(schema: Parts): Parts {
  return partsOf(schema.def ?? partsOf(schema._zod).def ?? schema._def);
}
