import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import type { LineageDataset, LineageEvent, LineageFacets } from "floe-core";
import type { TestContext } from "vitest";

const folder = path.join(import.meta.dirname, "../../../../../shared/reference/openlineage");

/**
 * A function that lists what OpenLineage's own schemas object to in an event, its facets included. Skips the
 * test where the schemas are not beside the checkout.
 */
export function eventValidator(ctx: TestContext): (event: LineageEvent) => readonly string[] {
  if (!existsSync(folder)) ctx.skip("needs ../shared: the schemas of OpenLineage");
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormatsModule.default(ajv);
  ajv.addSchema(readSchema("OpenLineage.json"));
  const facetSchemas = readdirSync(path.join(folder, "facets")).map((file) => readSchema(path.join("facets", file)));
  for (const schema of facetSchemas) ajv.addSchema(schema);

  const check = (schemaURL: string, value: unknown): readonly string[] => {
    const validate = ajv.getSchema(schemaURL);
    if (validate === undefined) return [`${schemaURL} is no schema`];
    void validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${schemaURL} ${instancePath} ${message ?? ""}`);
  };
  const checkFacets = (facets: LineageFacets | undefined): readonly string[] =>
    Object.entries(facets ?? {}).flatMap(([key, facet]) => {
      const url = String(facet["_schemaURL"]);
      return [...check(url, facet), ...check(url.replace(/#.*/, ""), { [key]: facet })];
    });
  const checkDataset = ({ facets, inputFacets, outputFacets }: LineageDataset): readonly string[] =>
    [facets, inputFacets, outputFacets].flatMap(checkFacets);

  return (event) => [
    ...check(event.schemaURL, event),
    ...checkFacets(event.run.facets),
    ...checkFacets(event.job.facets),
    ...[...event.inputs, ...event.outputs].flatMap(checkDataset),
  ];
}

function readSchema(file: string): { readonly $id: string } {
  return JSON.parse(readFileSync(path.join(folder, file), "utf8")) as { readonly $id: string };
}
