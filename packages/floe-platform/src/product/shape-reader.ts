import { nearest } from "floe-core";
import { formatPath, valueAt, type DocumentPath } from "../document/document-path.ts";
import type { PlatformDocument } from "../document/platform-document.ts";
import type { ProblemDetails, ProblemList } from "../problems/problem-list.ts";
import { typeName } from "./type-name.ts";

/** A mapping as read: its members by key, not yet judged. */
export type Mapping = Readonly<Record<string, unknown>>;

/**
 * Reads entries of a document by path and reports those that do not have the shape asked for. Every method
 * answers undefined for what it reported and for what is optional and absent.
 */
export class ShapeReader {
  readonly document: PlatformDocument;
  readonly problems: ProblemList;
  readonly #value: unknown;
  /** The entries that unknown keys were most likely meant to be. */
  readonly #meant = new Set<string>();

  /** @param value The document's value, with references resolved. */
  constructor(document: PlatformDocument, value: unknown, problems: ProblemList) {
    this.document = document;
    this.#value = value;
    this.problems = problems;
  }

  at(path: DocumentPath): unknown {
    return valueAt(this.#value, path);
  }

  report(path: DocumentPath, details: ProblemDetails): void {
    this.problems.add(this.document, path, details);
  }

  /** A mapping; keys other than `keys` are reported, each with the nearest of them. */
  mapping(path: DocumentPath, keys: readonly string[], expected: string): Mapping | undefined {
    const value = this.at(path);
    if (value === undefined) return undefined;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      this.#reportType(path, expected);
      return undefined;
    }
    for (const key of Object.keys(value).filter((key) => !keys.includes(key))) {
      const near = nearest(key, keys);
      if (near !== undefined) this.#meant.add(formatPath([...path, near]));
      const details: ProblemDetails = {
        code: "key_unknown",
        message: `the key ${key} is not known here`,
        expected: `one of ${keys.join(", ")}`,
        found: key,
        nearest: near,
        remedy: undefined,
      };
      this.problems.add(this.document, [...path, key], details, "key");
    }
    return { ...value };
  }

  /** A list. */
  list(path: DocumentPath, expected: string): readonly unknown[] | undefined {
    const value = this.at(path);
    if (value === undefined || Array.isArray(value)) return value;
    this.#reportType(path, expected);
    return undefined;
  }

  /** A text that is not empty. */
  text(path: DocumentPath, expected: string): string | undefined {
    const value = this.at(path);
    if (typeof value === "string" && value.trim() !== "") return value;
    if (value !== undefined) this.#reportType(path, expected);
    return undefined;
  }

  /** Like `text`, for an entry that has to be there. */
  requiredText(path: DocumentPath, expected: string): string | undefined {
    if (this.at(path) === undefined) this.missing(path, expected);
    return this.text(path, expected);
  }

  /** One of a few words. */
  oneOf<Word extends string>(path: DocumentPath, words: readonly Word[]): Word | undefined {
    const expected = `one of ${words.join(", ")}`;
    const value = this.text(path, expected);
    const word = words.find((candidate) => candidate === value);
    if (value !== undefined && word === undefined) {
      this.report(path, {
        code: "value_invalid",
        message: `${value} is not one of ${words.join(", ")}`,
        expected,
        found: value,
        nearest: nearest(value, words),
      });
    }
    return word;
  }

  /** A list of texts; an absent list is empty. */
  texts(path: DocumentPath, expected: string): readonly string[] {
    const items = this.list(path, expected) ?? [];
    return items.flatMap((_, index) => this.text([...path, index], "a text") ?? []);
  }

  /** Reports that an entry which has to be there is not, unless a slip in its key was reported already. */
  missing(path: DocumentPath, expected: string): void {
    if (this.#meant.has(formatPath(path))) return;
    const key = String(path.at(-1));
    this.report(path, { code: "key_missing", message: `${key} is missing`, expected, found: "nothing" });
  }

  #reportType(path: DocumentPath, expected: string): void {
    const value = this.at(path);
    const found = value === "" ? "an empty text" : typeName(value);
    const name = path.length === 0 ? "the file" : String(path.at(-1));
    this.report(path, { code: "type_invalid", message: `${subject(name)} is not ${expected}`, expected, found });
  }
}

function subject(name: string): string {
  return /^\d+$/.test(name) ? `entry ${Number(name) + 1}` : name;
}
