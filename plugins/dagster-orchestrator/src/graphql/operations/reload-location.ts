import { z } from "zod";
import type { Operation } from "../operation.ts";
import { PYTHON_ERROR } from "../python-error.ts";

/** Whether a code location was loaded anew; how that went, it does not say. */
export type ReloadOutcome = "reloaded" | "missing" | "unsupported";

const OUTCOMES = { WorkspaceLocationEntry: "reloaded", ReloadNotSupported: "unsupported", RepositoryLocationNotFound: "missing" } as const;

const outcome = z
  .object({ __typename: z.enum(["WorkspaceLocationEntry", "ReloadNotSupported", "RepositoryLocationNotFound"]) })
  .transform(({ __typename }): ReloadOutcome => OUTCOMES[__typename]);

/**
 * Loads a code location anew, and answers once that is done. Nothing of the entry is selected: Dagster resolves what is
 * inside of it from the workspace as it was before, and fails where the location had failed to load then.
 */
export const RELOAD_LOCATION: Operation<{ readonly name: string }, ReloadOutcome> = {
  name: "FloeReloadLocation",
  document: `mutation FloeReloadLocation($name: String!) {
    reloadRepositoryLocation(repositoryLocationName: $name) {
      __typename
      ... on WorkspaceLocationEntry { name }
      ... on ReloadNotSupported { message }
      ... on RepositoryLocationNotFound { message }
      ... on UnauthorizedError { message }
      ${PYTHON_ERROR}
    }
  }`,
  schema: z.object({ reloadRepositoryLocation: outcome }).transform(({ reloadRepositoryLocation }) => reloadRepositoryLocation),
};
