import { LineageTransportError } from "../errors/lineage-transport-error.ts";

/** Where a server of OpenLineage takes events, unless the address says otherwise. */
const DEFAULT_PATH = "/api/v1/lineage";

/**
 * The address to post events to: `url`, with `/api/v1/lineage` where it has no path.
 *
 * @throws LineageTransportError if it is no http or https URL, or holds a user or password.
 */
export function lineageEndpoint(url: string): URL {
  const endpoint = URL.canParse(url) ? new URL(url) : undefined;
  if (endpoint === undefined || !/^https?:$/.test(endpoint.protocol)) {
    throw refusal("the url is no http or https address", "Give an absolute address, for example http://localhost:5000.");
  }
  if (endpoint.username !== "" || endpoint.password !== "") {
    throw refusal("the url holds a user or a password", "Leave them out, and give a token.");
  }
  if (endpoint.pathname === "/") endpoint.pathname = DEFAULT_PATH;
  return endpoint;
}

function refusal(reason: string, hint: string): LineageTransportError {
  return new LineageTransportError({ transport: "http", reason, hint });
}
