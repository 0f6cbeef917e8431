import { staticSource, type DiscoverySource, type StaticPluginTable } from "floe-core";

/** A source whose table may be another one at every look. */
export interface ChangingSource extends DiscoverySource {
  table: StaticPluginTable;
}

/** A source that offers nothing yet. */
export function changingSource(): ChangingSource {
  const source: ChangingSource = {
    name: "changing",
    table: {},
    discover: (request) => staticSource(source.table).discover(request),
  };
  return source;
}
