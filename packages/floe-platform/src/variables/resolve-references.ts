import type { DocumentPath } from "../document/document-path.ts";
import type { PlatformDocument } from "../document/platform-document.ts";
import type { ProblemDetails, ProblemList } from "../problems/problem-list.ts";
import { mapTexts, MAX_DEPTH } from "./map-texts.ts";
import { parseTemplate } from "./parse-template.ts";
import { resolveText, type Environment } from "./resolve-text.ts";

/** A place that a secret goes to. */
export interface SecretReference {
  readonly key: string;
  readonly path: DocumentPath;
}

/** A value whose references are resolved, but for its secrets. */
export interface ResolvedReferences {
  readonly value: unknown;
  /** In the order of the document. */
  readonly secrets: readonly SecretReference[];
}

/** Stands for every secret until plugins are started: checking a platform file asks for none. */
const SECRET_PLACEHOLDER = "placeholder";

/**
 * A copy of a document's value in which every reference is replaced by what it stands for; secrets by a
 * placeholder. Only values are looked at, not keys. What cannot be resolved is a problem and stays as it is.
 * Entries that hold either are muted: judging what is not known yet would mislead.
 */
export function resolveReferences(document: PlatformDocument, env: Environment, problems: ProblemList): ResolvedReferences {
  const secrets: SecretReference[] = [];
  const value = mapTexts(document.value, [], {
    onText: (text, path) => {
      const before = secrets.length;
      const answer = resolveText(text, {
        env,
        secret: (key) => {
          secrets.push({ key, path });
          return SECRET_PLACEHOLDER;
        },
      });
      const found = "problems" in answer ? answer.problems : [];
      for (const problem of found) problems.add(document, path, problem);
      // A file that is one text is no platform file, whatever the text stands for.
      const isWholeFile = path.length === 0;
      if (!isWholeFile && (found.length > 0 || secrets.length > before)) problems.mute(document, path);
      return "text" in answer ? answer.text : text;
    },
    onTooDeep: (path) => problems.add(document, path, TOO_DEEP),
  });
  return { value, secrets };
}

/** Whether a text is one reference and nothing else: then it may stand for a number, too. */
export function isWholeReference(text: unknown): boolean {
  if (typeof text !== "string") return false;
  const [piece, ...others] = parseTemplate(text);
  return others.length === 0 && typeof piece === "object" && "reference" in piece;
}

const TOO_DEEP: ProblemDetails = {
  code: "value_invalid",
  message: `nested more than ${MAX_DEPTH} levels deep`,
  expected: "a value of moderate depth",
  found: "a deeper one, or one that contains itself",
  remedy: "Flatten it.",
};
