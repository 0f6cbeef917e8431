import { expect, test } from "vitest";
import { documentSchemas, schemaOf } from "../support/document-schemas.ts";

/*
 * Member for member what the commands print with --json, by schema and then by what stands in it; `?` marks what may be
 * absent. Written out by hand: programs of others read these names. json-schemas.test.ts holds the documents to the schemas.
 */
const OUTPUTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  error: { document: "version command ok error" },
  check: {
    result: "version command ok file problems product",
    product: "name hash plugins sources transforms schedule",
  },
  compile: { result: "version command ok artifacts file? entryPoint?" },
  completion: { result: "version command ok shell script" },
  contract: {
    result: "version command ok folder report",
    report: "ok package durationMs clauses plugins",
    plugin: "ok plugin durationMs clauses",
    clause: "clause title result reason durationMs",
  },
  health: { result: "version command ok product startup health" },
  run: { result: "version command ok product plugins startup health run shutdown durationMs" },
  schema: { result: "version command ok schema skipped file?" },
  "start-report": { document: "version command ok startup" },
  step: { result: "version command ok step columns columnLineage" },
  serve: {
    result: "version command ok event",
    serving: "type at product schedule plugins",
    ready: "type at startup",
    scheduled: "type at next",
    started: "type at due",
    progress: "type at due event",
    finished: "type at due result",
    failed: "type at due error",
    missed: "type at reason count hasMore first last since?",
    stopped: "type at shutdown",
  },
  "plugins-list": {
    result: "version command ok apiVersion plugins skipped conflicts packagesRead durationMs",
    plugin: "key type name version apiVersion? description dependencies package? state isConfigured conflict? isCompatible",
  },
  "plugins-graph": {
    result: "version command ok product nodes edges cycles",
    node: "key status version package wave becauseOf refused",
    edge: "dependency range optional status found nearest from to",
  },
  "plugins-explain": {
    result: "version command ok query apiVersion plugins package nearest neededBy product discovery",
    plugin:
      "key verdict reason remedy version description offers skipped api dependencies dependents start state load configuration inProduct",
    offer: "package version path file export apiVersion isChosen",
    dependency: "dependency range optional status plugins found nearest",
    start: "status wave becauseOf cycles",
    package: "name verdict reason remedy version path declaredIn skipped",
    product: "file name error",
  },
  common: {
    error: "name code message hint cause? problems?",
    problem: "file? line? column? code path message expected found nearest? remedy",
    skipped: "code package file path expected found message remedy",
    packageRef: "name version path",
    pluginSummary: "key version package",
    operationReport: "ok startedAt durationMs plugins",
    operationReportEntry: "key state durationMs blockedBy? error?",
    healthReport: "ok startedAt durationMs plugins overall",
    healthReportEntry: "key state durationMs blockedBy? error? status rootCause?",
    stepError: "code message hint?",
    stepResult: "name status durationMs rows? error? skippedBecauseOf?",
    runResult: "runId status startedAt finishedAt steps",
    productRef: "name file",
    schedule: "cron timezone",
  },
};

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, ObjectSchema>>;
}

/** The members that a schema states, sorted, for its document and everything that has a name in it. */
function membersOf(name: string): Readonly<Record<string, string>> {
  const schema = schemaOf(name) as ObjectSchema;
  const named = Object.entries({ document: schema, ...schema.$defs }).filter(([, { properties }]) => properties !== undefined);
  return Object.fromEntries(
    named.map(([part, { properties = {}, required = [] }]) => [
      part,
      sorted(Object.keys(properties).map((member) => (required.includes(member) ? member : `${member}?`))),
    ]),
  );
}

function sorted(members: readonly string[]): string {
  return [...members].sort().join(" ");
}

test("every JSON document is pinned here", () => {
  expect(documentSchemas()).toEqual(Object.keys(OUTPUTS).sort());
});

test.each(Object.entries(OUTPUTS))("schema/%s.json has these members and no other", (name, parts) => {
  const pinned = Object.entries(parts).map(([part, members]) => [part, sorted(members.split(" "))]);
  expect(membersOf(name)).toEqual(Object.fromEntries(pinned));
});

test("every document states version 1.0", () => {
  expect(schemaOf("common")["$defs"]).toMatchObject({ version: { const: "1.0" } });
});
