/** A bearer token: a text, or a secret such as floe-core's, which is only revealed for a request. */
export type LineageToken = string | { reveal(): string };

/** The token as it goes into a header. */
export function revealToken(token: LineageToken): string {
  return typeof token === "string" ? token : token.reveal();
}
