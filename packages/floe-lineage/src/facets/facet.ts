import type { LineageFacets } from "floe-core";

/**
 * One facet of OpenLineage under its key, ready to be spread among others.
 *
 * @param schema The facet's version and name, as its schema's address has them: `1-2-0/SchemaDatasetFacet`.
 */
export function facet(
  key: string,
  schema: `${string}/${string}`,
  producer: string,
  content: Readonly<Record<string, unknown>>,
): LineageFacets {
  const name = schema.slice(schema.indexOf("/") + 1);
  const schemaURL = `https://openlineage.io/spec/facets/${schema}.json#/$defs/${name}`;
  return { [key]: { _producer: producer, _schemaURL: schemaURL, ...content } };
}
