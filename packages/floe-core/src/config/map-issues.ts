import type { ConfigurationIssue } from "../errors/plugin-configuration-error.ts";
import { nearest } from "../text/nearest.ts";
import { echoGuard } from "./echo-guard.ts";
import { expectedBy } from "./expected-by.ts";
import { flattenIssue, type FlatIssue } from "./flatten-issue.ts";
import { knownKeys } from "./known-keys.ts";
import { listOf } from "./schema-parts.ts";
import { receivedType, valueAt } from "./value-at.ts";

/** What zod says where it has nothing to say. */
const EMPTY_MESSAGE = "Invalid input";

/** Rules are words; a schema that puts something else there is not quoted. */
const RULE_PATTERN = /^[A-Za-z][\w.-]{0,63}$/;

/**
 * A schema's issues in floe's terms, one for each unknown key. A message that quotes anything of `input`
 * is replaced by what the rule expects.
 */
export function mapIssues(issues: readonly unknown[], input: unknown, schema: unknown): readonly ConfigurationIssue[] {
  const quotesInput = echoGuard(input);
  return issues.flatMap((issue) => flattenIssue(issue)).flatMap((flat) => {
    const keys = flat.parts.code === "unrecognized_keys" ? listOf(flat.parts.keys) : [];
    if (keys.length > 0) return keys.map((key) => unknownKey(String(key), flat.path, input, schema));
    return [brokenRule(flat, input, quotesInput)];
  });
}

function brokenRule({ parts, path }: FlatIssue, input: unknown, quotesInput: (text: string) => boolean): ConfigurationIssue {
  const { code, message } = parts;
  const expected = expectedBy(parts);
  const isSayable = typeof message === "string" && message !== "" && message !== EMPTY_MESSAGE && !quotesInput(message);
  return {
    path: path.map(String).join("."),
    rule: typeof code === "string" && RULE_PATTERN.test(code) ? code : "invalid",
    message: isSayable ? message : `expected ${expected}`,
    expected,
    received: receivedType(valueAt(input, path)),
  };
}

function unknownKey(key: string, path: readonly PropertyKey[], input: unknown, schema: unknown): ConfigurationIssue {
  const known = knownKeys(schema, path);
  const near = nearest(key, known);
  return {
    path: [...path, key].map(String).join("."),
    rule: "unrecognized_keys",
    message: "is not a known key",
    expected: known.length === 0 ? "no such key" : `one of the keys ${known.join(", ")}`,
    received: receivedType(valueAt(input, [...path, key])),
    ...(near === undefined ? {} : { nearest: near }),
  };
}
