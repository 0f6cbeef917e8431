import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { ensure, NotTried } from "../contract-breach.ts";
import { asJson, type AuthorPackage } from "./author-package.ts";
import { findInstalled } from "./find-installed.ts";
import { discoverInstalled } from "./discover-installed.ts";
import { declaredBy, linkInstalled } from "./install-package.ts";
import type { PackageClause } from "./package-clause.ts";
import { PACKAGE_TITLES } from "./package-titles.ts";
import { readImports } from "./read-imports.ts";
import type { WholePackageClause } from "./whole-package-clause.ts";

const CORE = "floe-core";

/** What a package promises as a whole, in the order in which it is tried. */
export const PACKAGE_CLAUSES: readonly WholePackageClause[] = Object.freeze([
  clause("package/packs", [], async ({ installed }) => {
    await installed();
  }),
  clause("package/has-its-files", ["package/packs"], async ({ author, installed }) => {
    const there = await installed();
    const { skipped, entryPoints } = discoverInstalled(there);
    const unbuilt = skipped.filter(({ code }) => code === "entry_not_found").map(({ found }) => found);
    const { missing } = await readImports(entryPoints.map(({ file }) => file));
    const left = [...missing.keys()].map((file) => relative(there.folder, file)).filter((file) => existsSync(join(author.folder, file)));
    const reasons = [...unbuilt.map((found) => entryReason(found, author)), ...left.map((file) => leftOut(`"./${file}"`))];
    ensure(reasons.length === 0, reasons.join("; "));
  }),
  clause("package/exports-agree", ["package/packs", "package/has-its-files"], async ({ installed }) => {
    const { folder } = await installed();
    const isMarked = readFileSync(join(folder, "package.json"), "utf8").startsWith("\uFEFF");
    if (isMarked) throw new NotTried("its package.json begins with a byte order mark, which not every tool can read");
    const { messages, pkg } = await publint({ pkgDir: folder, level: "error", pack: false });
    ensure(messages.length === 0, () => messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code).join("; "));
  }),
  clause("package/declares-floe-core", ["package/packs"], async ({ installed }) => {
    const { manifest } = await installed();
    const fields = ["dependencies", "optionalDependencies", "bundleDependencies", "bundledDependencies"];
    const wrong = fields.find((field) => {
      const declared = manifest[field];
      return Array.isArray(declared) ? declared.includes(CORE) : Object.hasOwn(asJson(declared), CORE);
    });
    const why = "its host then has two copies of it";
    ensure(wrong === undefined, `floe-core is in its ${wrong ?? ""}, not in its peerDependencies: ${why}`);
    const { required, optional } = declaredBy(manifest);
    ensure([...required, ...optional].includes(CORE), "floe-core is not in its peerDependencies");
  }),
  clause("package/declares-what-it-imports", ["package/packs", "package/has-its-files"], async ({ author, installed }) => {
    const there = await installed();
    const { application, folder, manifest } = there;
    const { entryPoints } = discoverInstalled(there);
    const { required, optional } = declaredBy(manifest);
    const known = new Set([...required, ...optional, CORE, author.name]);
    const { packages } = await readImports(entryPoints.map(({ file }) => file));
    // What its author has not either is missed when its module is loaded.
    const undeclared = [...packages].filter(([name]) => !known.has(name) && findInstalled(name, author.folder) !== undefined);
    // They are named here, so the rest can be tried with them.
    for (const [name] of undeclared) linkInstalled(name, author, application);
    const reasons = undeclared.map(([name, file]) => `${relative(folder, file)} imports ${name}`);
    ensure(reasons.length === 0, `${reasons.join("; ")}: not in its dependencies, and found by its author by luck`);
  }),
  clause("package/is-discovered", ["package/packs", "package/has-its-files"], async ({ author, installed }) => {
    const { skipped, entryPoints } = discoverInstalled(await installed());
    const verdicts = skipped.map(({ message, remedy }) => `${message}. ${remedy}`);
    ensure(verdicts.length === 0, verdicts.join("; "));
    ensure(entryPoints.length > 0, `Discovery finds no plugin in ${author.name}`);
  }),
]);

function clause(id: PackageClause, after: readonly PackageClause[], check: WholePackageClause["check"]): WholePackageClause {
  return Object.freeze({ id, title: PACKAGE_TITLES[id], after, check });
}

/** @param found As a verdict shows it: the path in quotes. */
function entryReason(found: string, author: AuthorPackage): string {
  const path = found.replaceAll('"', "");
  return existsSync(join(author.folder, path)) ? leftOut(found) : `${found} is not there: its build was forgotten, or its path is wrong`;
}

function leftOut(file: string): string {
  return `${file} is in the folder and not in the tarball: add it to "files" in package.json`;
}
