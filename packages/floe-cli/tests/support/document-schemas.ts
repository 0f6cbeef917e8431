import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from "ajv/dist/2020.js";

const folder = path.resolve(import.meta.dirname, "../../schema");
const require = createRequire(import.meta.url);

/** What the schemas of this package refer to in others, as users find it. */
const OTHERS = ["floe-core/schema/compiled-artifacts.json", "floe-platform/schema/run-record.json"];

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
ajv.addSchema(OTHERS.map((name) => read(require.resolve(name))));
ajv.addSchema(documentSchemas().map((name) => schemaOf(name)));

/** The names of the published schemas, sorted. */
export function documentSchemas(): readonly string[] {
  return readdirSync(folder).map((file) => path.basename(file, ".json")).sort();
}

/** A published schema, by its name. */
export function schemaOf(name: string): AnySchemaObject {
  return read(path.join(folder, `${name}.json`));
}

/** What is wrong with a document by a published schema, each with its place; empty if nothing is. */
export function documentProblems(name: string, document: unknown): readonly string[] {
  const validate: ValidateFunction | undefined = ajv.getSchema(`https://floe.dev/schema/cli/${name}.json`);
  if (validate === undefined) throw new Error(`There is no schema ${name}.`);
  // As it is printed: members that are undefined are not there.
  if (validate(JSON.parse(JSON.stringify(document)))) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ""} ${JSON.stringify(params)}`);
}

function read(file: string): AnySchemaObject {
  return JSON.parse(readFileSync(file, "utf8")) as AnySchemaObject;
}
