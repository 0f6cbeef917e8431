import { ensure } from "../../contract-breach.ts";
import { ensureJson } from "../../shapes/ensure-json.ts";
import { ensureText } from "../../shapes/ensure-text.ts";
import { listOf } from "../../shapes/list-of.ts";
import { objectOf } from "../../shapes/object-of.ts";

/** The subject of a user. @throws ContractBreach unless `value` is a `UserInfo`. */
export function ensureUser(value: unknown, what: string): string {
  const { subject, username, email, roles, claims } = objectOf(value, what);
  ensureText(subject, `The subject of ${what}`);
  for (const [name, text] of Object.entries({ username, email })) {
    ensure(text === undefined || typeof text === "string", `The ${name} of ${what} is no text`);
  }
  listOf(roles, `roles of ${what}`);
  ensureJson(claims, `claims of ${what}`);
  return subject;
}
