/** One setting of a plugin, for people. */
export interface ConfigurationRow {
  /** Where it stands, for example `attach[].path`. */
  readonly key: string;
  readonly type: string;
  /** As JSON; empty for none. */
  readonly default: string;
  readonly isRequired: boolean;
  readonly description: string;
}

type Schema = Readonly<Record<string, unknown>>;

/** Deeper than this nobody writes settings; a schema that contains itself has no end. */
const MAX_DEPTH = 4;

/** The settings that a JSON Schema describes, one a row, those of an object after the object. */
export function configurationRows(schema: Schema): readonly ConfigurationRow[] {
  return rowsOf(schema, "", schema, 0);
}

function rowsOf(schema: Schema, prefix: string, root: Schema, depth: number): ConfigurationRow[] {
  if (depth === MAX_DEPTH) return [];
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  return Object.entries(objectAt(schema, "properties")).flatMap(([name, member]) => {
    const property = resolved(member, root);
    const key = `${prefix}${name}`;
    const row = {
      key,
      type: typeText(property, root),
      default: "default" in property ? JSON.stringify(property["default"]) : "",
      isRequired: required.includes(name),
      description: textAt(property, "description"),
    };
    const inside = rowsOf(property, `${key}.`, root, depth + 1);
    return [row, ...inside, ...rowsOf(resolved(property["items"], root), `${key}[].`, root, depth + 1)];
  });
}

/** What a value may be: `integer`, `"a" | "b"`, `list of string`, `map of number`, `string (secret)`. */
function typeText(schema: Schema, root: Schema): string {
  const text = plainType(schema, root);
  return schema["writeOnly"] === true ? `${text} (secret)` : text;
}

function plainType(schema: Schema, root: Schema): string {
  if ("const" in schema) return JSON.stringify(schema["const"]);
  const choices = schema["enum"];
  if (Array.isArray(choices)) return choices.map((choice) => JSON.stringify(choice)).join(" | ");
  for (const union of [schema["anyOf"], schema["oneOf"]]) {
    if (Array.isArray(union)) return [...new Set(union.map((one) => plainType(resolved(one, root), root)))].join(" | ");
  }
  const type = schema["type"];
  if (Array.isArray(type)) return type.join(" | ");
  if (type === "array") return `list of ${plainType(resolved(schema["items"], root), root)}`;
  const values = resolved(schema["additionalProperties"], root);
  if (type === "object" && Object.keys(values).length > 0) return `map of ${plainType(values, root)}`;
  return typeof type === "string" ? type : "any";
}

/** A schema inside another, or the one that it refers to. */
function resolved(schema: unknown, root: Schema): Schema {
  if (!isSchema(schema)) return {};
  const reference = schema["$ref"];
  if (typeof reference !== "string") return schema;
  const target = reference === "#" ? root : objectAt(objectAt(root, "$defs"), reference.replace("#/$defs/", ""));
  return { ...target, ...schema };
}

function objectAt(schema: Schema, key: string): Schema {
  const value = Object.hasOwn(schema, key) ? schema[key] : undefined;
  return isSchema(value) ? value : {};
}

function textAt(schema: Schema, key: string): string {
  const value = schema[key];
  return typeof value === "string" ? value : "";
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
