import { ensure } from "../contract-breach.ts";

/** What an address is for: `web` ones begin with http or https. */
export type UrlKind = "any" | "web";

/** The address that a text is. @throws ContractBreach unless it is an absolute one. */
export function ensureUrl(value: unknown, what: string, kind: UrlKind = "any"): URL {
  ensure(typeof value === "string" && URL.canParse(value), `${what} is no absolute URL`);
  const url = new URL(value);
  ensure(kind === "any" || /^https?:$/.test(url.protocol), `${what} begins with ${url.protocol}, not with http: or https:`);
  return url;
}
