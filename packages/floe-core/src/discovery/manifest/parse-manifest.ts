import { reasonOf } from "../../errors/plugin-error.ts";
import { printable, showValue } from "../printable.ts";
import type { Checked } from "../problem.ts";
import { isJsonObject, type JsonObject } from "./json-object.ts";

/** V8 quotes the file in some of its messages, which for a short file is all of it. */
const QUOTED_SOURCE = /, (?:\.\.\.)?".*"(?:\.\.\.)? is not valid JSON$/su;

/** Reads the bytes of a package.json: UTF-8, with or without a byte order mark (npm takes both), one JSON object. */
export function parseManifest(bytes: Uint8Array): Checked<JsonObject> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return {
      problem: {
        code: "manifest_invalid_encoding",
        expected: "UTF-8",
        found: "bytes that are not UTF-8",
        reason: "it is not UTF-8",
        remedy: "Save the file as UTF-8.",
      },
    };
  }
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? { value } : notAnObject(showValue(value));
  } catch (error) {
    return notAnObject(printable(reasonOf(error).replace(QUOTED_SOURCE, "")));
  }
}

function notAnObject(found: string): Checked<JsonObject> {
  return {
    problem: {
      code: "manifest_invalid_json",
      expected: "a JSON object",
      found,
      reason: `it is not a JSON object: ${found}`,
      remedy: "Correct the file; `npm pkg get name` in its folder says whether it can be read.",
    },
  };
}
