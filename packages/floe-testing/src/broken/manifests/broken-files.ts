import { brokenFile, type BrokenManifest } from "./broken-manifest.ts";

/** Every package.json here says `"floe"` somewhere: discovery has no interest in those that do not. */
const GOOD_TEXT = '{ "name": "broken", "version": "1.0.0", "floe": { "computes": { "broken": "./plugin.js#Plugin" } } }';

/** More than discovery reads of one package.json. */
const HUGE = 2 * 1024 * 1024;

/** Packages whose package.json cannot be read at all. */
export const BROKEN_FILES: readonly BrokenManifest[] = Object.freeze([
  brokenFile("manifest-is-cut-off", "whose package.json is cut off", "manifest_invalid_json", GOOD_TEXT.slice(0, -2)),
  brokenFile("manifest-has-a-comment", "whose package.json has a comment", "manifest_invalid_json", `// plugins\n${GOOD_TEXT}`),
  brokenFile("manifest-has-a-trailing-comma", "whose package.json has one comma too many", "manifest_invalid_json", '{ "floe": {}, }'),
  brokenFile("manifest-is-a-list", "whose package.json is a list", "manifest_invalid_json", '[{ "floe": {} }]'),
  brokenFile("manifest-is-a-text", "whose package.json is a text", "manifest_invalid_json", '"floe"'),
  brokenFile("manifest-is-not-utf-8", "whose package.json is not UTF-8", "manifest_invalid_encoding", latin1()),
  brokenFile("manifest-is-huge", "whose package.json has two megabytes", "manifest_too_large", `${GOOD_TEXT}${" ".repeat(HUGE)}`),
  brokenFile("manifest-is-a-folder", "whose package.json is a folder", "manifest_unreadable", { directory: true }),
  brokenFile("manifest-is-a-fifo", "whose package.json is a FIFO", "manifest_unreadable", { fifo: true }),
]);

/** `"author": "Zoë"` in Latin-1: a lone byte that no UTF-8 text has. */
function latin1(): Uint8Array {
  return Buffer.from(GOOD_TEXT.replace("{", '{ "author": "Zo\u00eb",'), "latin1");
}
