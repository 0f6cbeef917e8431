import { PluginType } from "floe-core";
import type { BrokenPlugin } from "../../broken-plugin.ts";
import { brokenOfType } from "../shared/broken-of-type.ts";
import { withSessions } from "./session-variants.ts";

const broken = brokenOfType(PluginType.COMPUTE);

/** Compute plugins that make something else of a transform than what was asked for. */
export const BROKEN_MATERIALIZATIONS: readonly BrokenPlugin[] = Object.freeze([
  broken(
    { id: "counts-no-rows", title: "that says of every table that it has no rows", violates: "compute/materializes-tables" },
    withSessions((session) => ({ materialize: async (...given) => ({ ...(await session.materialize(...given)), rows: 0 }) })),
  ),
  broken(
    { id: "tells-no-columns", title: "that does not say which columns a table has", violates: "compute/materializes-tables" },
    withSessions((session) => ({ materialize: async (...given) => ({ ...(await session.materialize(...given)), columns: [] }) })),
  ),
  broken(
    { id: "views-are-tables", title: "that makes a table where a view is asked for", violates: "compute/materializes-views" },
    withSessions((session) => ({
      materialize: async (request, options) => {
        if (request.materialization !== "view") return session.materialize(request, options);
        return { ...(await session.materialize({ ...request, materialization: "table" }, options)), rows: null };
      },
    })),
  ),
  broken(
    { id: "ignores-the-key", title: "that adds rows whose key is there", violates: "compute/materializes-by-key" },
    withSessions((session) => ({
      materialize: (request, options) => session.materialize({ ...request, uniqueKey: undefined }, options),
    })),
  ),
  broken(
    { id: "ignores-the-watermark", title: "that adds rows below the watermark", violates: "compute/materializes-by-watermark" },
    withSessions((session) => ({
      materialize: (request, options) => session.materialize({ ...request, watermark: undefined }, options),
    })),
  ),
  broken(
    { id: "ignores-the-schema", title: "that puts every table into the same schema", violates: "compute/materializes-in-schemas" },
    withSessions((session) => ({
      materialize: (request, options) => session.materialize({ ...request, schema: undefined }, options),
    })),
  ),
  broken(
    { id: "pastes-names", title: "that pastes a table's name into its statements", violates: "compute/materializes-any-name" },
    withSessions((session) => ({
      materialize: async (request, options) => {
        const [name = "", ...statements] = request.name.split(/"?;\s*/);
        const made = await session.materialize({ ...request, name }, options);
        for (const sql of statements) await session.execute(sql);
        return made;
      },
    })),
  ),
  broken(
    { id: "drops-before-it-makes", title: "that drops a table before its new version is there", violates: "compute/materializes-whole" },
    withSessions((session) => ({
      materialize: async (request, options) => {
        if (request.materialization === "table") await session.execute(`DROP TABLE ${request.name}`);
        return session.materialize(request, options);
      },
    })),
  ),
]);
