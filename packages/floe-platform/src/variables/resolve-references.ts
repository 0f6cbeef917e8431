import type { DocumentPath } from "../document/document-path.ts";
import type { PlatformDocument } from "../document/platform-document.ts";
import type { ProblemDetails, ProblemList } from "../problems/problem-list.ts";
import { parseTemplate, type Reference, type TemplatePiece } from "./parse-template.ts";

/** Variables of the environment, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** No platform file is nested so deep; an object that contains itself is. */
const MAX_DEPTH = 100;

/**
 * A copy of the document's value in which every reference is replaced by what it stands for. Only values are
 * looked at, not keys. What cannot be resolved is a problem and muted: the text stays as it is.
 */
export function resolveReferences(document: PlatformDocument, env: Environment, problems: ProblemList): unknown {
  const resolve = (value: unknown, path: DocumentPath): unknown => {
    if (typeof value === "string") return resolveText(value, path);
    if (typeof value !== "object" || value === null) return value;
    if (path.length > MAX_DEPTH) {
      problems.add(document, path, TOO_DEEP);
      return undefined;
    }
    if (Array.isArray(value)) return value.map((item: unknown, index) => resolve(item, [...path, index]));
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, [...path, key])]));
  };
  const resolveText = (text: string, path: DocumentPath): string => {
    let resolved = "";
    let isWrong = false;
    for (const piece of parseTemplate(text)) {
      const answer = resolvePiece(piece, env);
      if (typeof answer === "string") {
        resolved += answer;
      } else {
        problems.add(document, path, answer);
        isWrong = true;
      }
    }
    if (isWrong) problems.mute(document, path);
    return isWrong ? text : resolved;
  };
  return resolve(document.value, []);
}

/** Whether a text is one reference to a variable and nothing else: then it may stand for a number, too. */
export function isWholeReference(text: unknown): boolean {
  if (typeof text !== "string") return false;
  const [piece, ...others] = parseTemplate(text);
  return others.length === 0 && typeof piece === "object" && "reference" in piece;
}

/** Objects of a class, which code may pass, are values of the plugin's own. */
function isPlain(value: object): boolean {
  const prototype: unknown = Reflect.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function resolvePiece(piece: TemplatePiece, env: Environment): string | ProblemDetails {
  if (typeof piece === "string") return piece;
  if ("reference" in piece) return resolveOne(piece.reference, env);
  const { text, message, nearest, remedy } = piece.bad;
  return { code: "reference_invalid", message, expected: "${env:NAME}", found: text, nearest, remedy };
}

function resolveOne({ scheme, name, fallback }: Reference, env: Environment): string | ProblemDetails {
  if (scheme === "secret") {
    return {
      code: "secrets_unsupported",
      message: `the secret ${name} cannot be resolved: this version of floe reads no secrets plugin`,
      expected: "a value, or ${env:NAME}",
      found: `\${secret:${name}}`,
      remedy: "Pass the secret through the environment: ${env:NAME}.",
    };
  }
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

const TOO_DEEP: ProblemDetails = {
  code: "value_invalid",
  message: `nested more than ${MAX_DEPTH} levels deep`,
  expected: "a value of moderate depth",
  found: "a deeper one, or one that contains itself",
  remedy: "Flatten it.",
};
