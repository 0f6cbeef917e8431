import { z } from "zod";
import type { Operation } from "../operation.ts";
import { PYTHON_ERROR, pythonErrorSchema, type PythonError } from "../python-error.ts";

/** How a code location is. */
export type LocationEntry =
  | { readonly state: "missing" | "loading" }
  | { readonly state: "failed"; readonly error: PythonError }
  | { readonly state: "loaded"; readonly isReloadSupported: boolean; readonly jobs: readonly LocationJob[] };

/** A job that a code location serves. */
export interface LocationJob {
  /** The name of its repository. */
  readonly repository: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
}

const FIELDS = `name loadStatus locationOrLoadError {
  __typename
  ... on RepositoryLocation { isReloadSupported repositories { name jobs { name tags { key value } } } }
  ${PYTHON_ERROR}
}`;

const tags = z.array(z.object({ key: z.string(), value: z.string() })).transform((list) => Object.fromEntries(list.map(({ key, value }) => [key, value])));

const location = z.object({
  __typename: z.literal("RepositoryLocation"),
  isReloadSupported: z.boolean(),
  repositories: z.array(z.object({ name: z.string(), jobs: z.array(z.object({ name: z.string(), tags })) })),
});

const failure = z.object({ __typename: z.literal("PythonError") }).and(pythonErrorSchema);

/** A WorkspaceLocationEntry as what it means. While it loads again, the last outcome is still there: it is not looked at. */
const found = z
  .object({
    __typename: z.literal("WorkspaceLocationEntry"),
    loadStatus: z.enum(["LOADING", "LOADED"]),
    locationOrLoadError: z.union([location, failure]).nullable(),
  })
  .transform(({ loadStatus, locationOrLoadError }): LocationEntry => {
    if (loadStatus === "LOADING" || locationOrLoadError === null) return { state: "loading" };
    if (locationOrLoadError.__typename === "PythonError") return { state: "failed", error: locationOrLoadError };
    const { isReloadSupported, repositories } = locationOrLoadError;
    const jobs = repositories.flatMap((repository) => repository.jobs.map((job) => ({ repository: repository.name, ...job })));
    return { state: "loaded", isReloadSupported, jobs };
  });

/** The code location of a name: whether it is loaded, and with which jobs. */
export const LOCATION_ENTRY: Operation<{ readonly name: string }, LocationEntry> = {
  name: "FloeLocationEntry",
  document: `query FloeLocationEntry($name: String!) {
    workspaceLocationEntryOrError(name: $name) {
      __typename
      ... on WorkspaceLocationEntry { ${FIELDS} }
      ${PYTHON_ERROR}
    }
  }`,
  schema: z
    .object({ workspaceLocationEntryOrError: found.nullable() })
    .transform(({ workspaceLocationEntryOrError: entry }): LocationEntry => entry ?? { state: "missing" }),
};
