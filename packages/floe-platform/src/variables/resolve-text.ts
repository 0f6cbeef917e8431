import type { ProblemDetails } from "../problems/problem-list.ts";
import { parseTemplate, type Reference } from "./parse-template.ts";

/** Variables of the environment, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What references stand for. */
export interface ReferenceValues {
  readonly env: Environment;
  /** The value of a secret. */
  readonly secret: (key: string) => string;
}

/** A text with its references replaced, or what is wrong with them. */
export type ResolvedText = { readonly text: string } | { readonly problems: readonly ProblemDetails[] };

/** Replaces every reference in `text` by what it stands for. */
export function resolveText(text: string, values: ReferenceValues): ResolvedText {
  let resolved = "";
  const problems: ProblemDetails[] = [];
  for (const piece of parseTemplate(text)) {
    if (typeof piece === "string") {
      resolved += piece;
    } else if ("bad" in piece) {
      const { text: found, message, nearest, remedy } = piece.bad;
      problems.push({ code: "reference_invalid", message, expected: "${env:NAME} or ${secret:key}", found, nearest, remedy });
    } else {
      const answer = resolveReference(piece.reference, values);
      if (typeof answer === "string") resolved += answer;
      else problems.push(answer);
    }
  }
  return problems.length === 0 ? { text: resolved } : { problems };
}

function resolveReference({ scheme, name, fallback }: Reference, { env, secret }: ReferenceValues): string | ProblemDetails {
  if (scheme === "secret") return secret(name);
  const value = Object.hasOwn(env, name) ? env[name] : undefined;
  // As in a shell: with `:-`, an empty variable counts as unset.
  if (fallback !== undefined) return value === undefined || value === "" ? fallback : value;
  if (value !== undefined) return value;
  return {
    code: "variable_unset",
    message: `the environment variable ${name} is not set`,
    expected: `the environment variable ${name}`,
    found: "nothing",
    remedy: `Set ${name}, or state a default: \${env:${name}:-default}.`,
  };
}
