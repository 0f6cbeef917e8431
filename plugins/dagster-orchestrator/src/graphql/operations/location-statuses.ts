import { z } from "zod";
import type { Operation } from "../operation.ts";
import { PYTHON_ERROR } from "../python-error.ts";

/** One code location of the workspace. */
export interface LocationStatus {
  readonly name: string;
  readonly isLoading: boolean;
}

/** The code locations that the webserver knows of. Whether one failed to load is not in it. */
export const LOCATION_STATUSES: Operation<Readonly<Record<string, never>>, readonly LocationStatus[]> = {
  name: "FloeLocationStatuses",
  document: `query FloeLocationStatuses {
    locationStatusesOrError {
      __typename
      ... on WorkspaceLocationStatusEntries { entries { name loadStatus } }
      ${PYTHON_ERROR}
    }
  }`,
  schema: z
    .object({
      locationStatusesOrError: z.object({
        __typename: z.literal("WorkspaceLocationStatusEntries"),
        entries: z.array(z.object({ name: z.string(), loadStatus: z.enum(["LOADING", "LOADED"]) })),
      }),
    })
    .transform(({ locationStatusesOrError: { entries } }) => entries.map(({ name, loadStatus }) => ({ name, isLoading: loadStatus === "LOADING" }))),
};
