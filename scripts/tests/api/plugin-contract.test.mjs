import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { pluginContract } from "../../api/plugin-contract.mjs";
import { root } from "../../shared/workspace.mjs";

/** The lines of the contract that a report with these declarations has. */
function contract(/** @type {string[]} */ ...declarations) {
  const base = "export abstract class PluginMetadata<Config = unknown> {\n    startup(context: Context): void;\n}";
  const report = ["```ts", 'export const FLOE_PLUGIN_API_VERSION = "1.3";', base, ...declarations, "```"].join("\n\n// @public\n");
  const text = pluginContract(report);
  const lines = /```text\n([\s\S]*)\n```/.exec(text)?.[1]?.split("\n") ?? [];
  return { text, lines: lines.filter((line) => !line.includes("PluginMetadata")) };
}

const plugin = (/** @type {string[]} */ ...members) => `export abstract class APlugin extends PluginMetadata {\n${members.join("\n")}\n}`;

test("pluginContract is headed by the version it belongs to", () => {
  expect(contract().text).toMatch(/^# Plugin API 1\.3\n/);
});

test("pluginContract tells what a class asks for from what it brings", () => {
  const { lines } = contract(plugin("abstract readonly a: boolean;", "abstract b(): string;", "c(): void;", "d?(): void;"));
  expect(lines).toEqual([
    "optional APlugin: c(): void;",
    "optional APlugin: d?(): void;",
    "required APlugin: b(): string;",
    "required APlugin: readonly a: boolean;",
  ]);
});

test("pluginContract follows results as made and parameters as given, and turns round inside", () => {
  const { lines } = contract(
    plugin("abstract run(options: Options): Promise<Result>;"),
    "export interface Options {\n    onEvent?: ((event: Sent) => void) | undefined;\n    signal: AbortSignal;\n}",
    "export interface Sent {\n    // (undocumented)\n    at: string;\n}",
    "export interface Result {\n    rows?: readonly Row[];\n    next(asked: Asked): void;\n    [more: string]: unknown;\n}",
    "export interface Row {\n    id: string;\n}",
    "export interface Asked {\n    limit?: number;\n}",
    "export interface Unrelated {\n    id: string;\n}",
  );
  expect(lines.filter((line) => !line.includes("APlugin"))).toEqual([
    "interface Asked",
    "given Asked: limit?: number;",
    "interface Options",
    "given Options: onEvent?: ((event: Sent) => void) | undefined;",
    "given Options: signal: AbortSignal;",
    "interface Result",
    "optional Result: [more: string]: unknown;",
    "optional Result: rows?: readonly Row[];",
    "required Result: next(asked: Asked): void;",
    "interface Row",
    "required Row: id: string;",
    "interface Sent",
    "required Sent: at: string;",
  ]);
});

test("pluginContract takes hooks' contexts as given, though one plugin may be given another", () => {
  const { lines } = contract(plugin("abstract use(other: APlugin): void;"), "export interface Context {\n    logger: string;\n}");
  expect(lines).toContain("given Context: logger: string;");
});

test("pluginContract has groups, and errors to throw", () => {
  const { lines } = contract(
    'export const PluginType: {\n    readonly A: "floe.a";\n};',
    "export type PluginType = (typeof PluginType)[keyof typeof PluginType];",
    "export class CatalogError extends PluginError {\n    constructor(options: Options);\n}",
    "export class PluginError extends Error {\n    readonly code: string;\n}",
    "export interface Options {\n    hint: string;\n}",
  );
  expect(lines).toEqual([
    "class CatalogError extends PluginError",
    "given CatalogError: constructor(options: Options);",
    "interface Options",
    "required Options: hint: string;",
    "class PluginError extends Error",
    "given PluginError: readonly code: string;",
    "const PluginType:",
    'given PluginType: readonly A: "floe.a";',
    "type PluginType = (typeof PluginType)[keyof typeof PluginType];",
  ]);
});

test("pluginContract of floe-core's report has eleven classes", () => {
  const text = pluginContract(readFileSync(path.join(root, "packages/floe-core/etc/index.api.md"), "utf8"));
  expect(text.match(/^abstract class \w+ *<.*> extends PluginMetadata<Config>$/gm)).toHaveLength(11);
});
