import { scriptedClient } from "./scripted-client.ts";

/** How a code location is: absent, loading, broken, or serving a version of the product. */
export type LocationLook = "missing" | "loading" | "failed" | { readonly hash: string | null; readonly canReload?: boolean; readonly job?: string };

/** A Dagster with one code location: before it is reloaded as `before` has it, look by look, then as `after` has it. */
export function scriptedLocation(before: readonly LocationLook[], after: readonly LocationLook[] = [], answer: (operation: string) => unknown = () => undefined) {
  let looks = [...before];
  return scriptedClient((operation) => {
    const own = answer(operation);
    if (own !== undefined) return own;
    if (operation === "FloeLocationStatuses") return { locationStatusesOrError: { __typename: "WorkspaceLocationStatusEntries", entries: [{ name: "shops", loadStatus: "LOADED" }] } };
    if (operation === "FloeReloadLocation") {
      looks = [...after];
      return { reloadRepositoryLocation: { __typename: "WorkspaceLocationEntry", name: "shop" } };
    }
    const look = (looks.length > 1 ? looks.shift() : looks[0]) ?? "missing";
    return { workspaceLocationEntryOrError: look === "missing" ? null : entry(look) };
  });
}

function entry(look: Exclude<LocationLook, "missing">): unknown {
  const loadStatus = look === "loading" ? "LOADING" : "LOADED";
  return { __typename: "WorkspaceLocationEntry", name: "shop", loadStatus, locationOrLoadError: content(look) };
}

function content(look: Exclude<LocationLook, "missing">): unknown {
  if (look === "loading") return null;
  if (look === "failed") return { __typename: "PythonError", className: "KeyError", message: "KeyError: 'a'", errorChain: [] };
  const { hash, canReload = true, job = "product" } = look;
  const jobs = [{ name: "__ASSET_JOB", tags: [] }, { name: job, tags: hash === null ? [] : [{ key: "floe/hash", value: hash }] }];
  return { __typename: "RepositoryLocation", isReloadSupported: canReload, repositories: [{ name: "__repository__", jobs }] };
}
