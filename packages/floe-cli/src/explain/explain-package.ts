import type { SkippedEntry } from "floe-core";
import { declaredIn, findApplication, findPackage, objectAt, type PackageManifest } from "./application.ts";
import type { Evidence } from "./evidence.ts";
import { notReachable } from "./explain-plugin.ts";
import type { ExplainedPackage } from "./explanation.ts";

type Finding = Pick<ExplainedPackage, "verdict" | "reason" | "remedy">;

/** Explains a package; undefined if it is neither installed nor declared. @param cwd Where discovery began. */
export function explainPackage(name: string, evidence: Evidence, cwd: string): ExplainedPackage | undefined {
  const application = findApplication(cwd);
  const manifest = application === undefined ? undefined : locate(name, application, evidence);
  const declared = application === undefined ? undefined : declaredIn(application, name);
  const reachable = ofPackage(name, evidence.report);
  const isKnown = reachable.entry !== undefined || reachable.skipped.length > 0;
  const { entry, skipped } = isKnown ? reachable : ofPackage(name, evidence.installed());
  const isInstalled = entry !== undefined || skipped.length > 0;
  const finding = isKnown
    ? judgeReachable(skipped)
    : isInstalled
      ? { verdict: "unreachable" as const, ...notReachable(name) }
      : judgeUnseen(name, manifest, declared);
  if (finding === undefined) return undefined;
  const version = entry?.package.version ?? manifest?.content["version"];
  return {
    name,
    ...finding,
    version: typeof version === "string" ? version : null,
    path: entry?.package.path ?? manifest?.folder ?? null,
    declaredIn: declared ?? null,
    skipped,
  };
}

function ofPackage(name: string, { entryPoints, skipped }: ReturnType<Evidence["installed"]>) {
  return {
    entry: entryPoints.find((one) => one.package.name === name),
    skipped: skipped.filter((verdict) => verdict.package === name),
  };
}

/** The application itself, or a package as it or one of its plugins sees it. */
function locate(name: string, application: PackageManifest, { report }: Evidence): PackageManifest | undefined {
  if (application.content["name"] === name) return application;
  const folders = new Set([application.folder, ...report.entryPoints.map((entry) => entry.package.path)]);
  for (const folder of folders) {
    const found = findPackage(name, folder);
    if (found !== undefined) return found;
  }
  return undefined;
}

function judgeReachable(skipped: readonly SkippedEntry[]): Finding {
  const wrong = skipped.find(({ code }) => code !== "duplicate_copy");
  if (wrong === undefined) return { verdict: "accepted", reason: null, remedy: null };
  const verdict = wrong.code === "package_not_installed" ? "not_installed" : "skipped";
  return { verdict, reason: wrong.message, remedy: wrong.remedy };
}

/** Judges a package of which discovery has nothing to say. */
function judgeUnseen(name: string, manifest: PackageManifest | undefined, declared: string | undefined): Finding | undefined {
  if (manifest === undefined) {
    if (declared === undefined) return undefined;
    return {
      verdict: "not_installed",
      reason: `the application names ${name} under ${declared}, but it is not installed`,
      remedy: "Install the application's dependencies, or remove this one from the package.json.",
    };
  }
  if (!Object.hasOwn(manifest.content, "floe")) {
    return {
      verdict: "no_block",
      reason: `the package.json of ${name} has no floe block: it brings no plugins`,
      remedy: `If it should, add "floe": { "computes": { "<name>": "./dist/plugin.js#<Class>" } } to it; computes stands for the plugin's type.`,
    };
  }
  if (isEmpty(objectAt(manifest.content, "floe"))) {
    return {
      verdict: "empty_block",
      reason: `the floe block of ${name} names no plugins: only the packages it depends on are looked at`,
      remedy: `If it should bring one, name it: "floe": { "computes": { "<name>": "./dist/plugin.js#<Class>" } }.`,
    };
  }
  return { verdict: "unreachable", ...notReachable(name) };
}

/** Whether a block has no entries: what else may stand in it are the version and the preferences. */
function isEmpty(block: Readonly<Record<string, unknown>>): boolean {
  const groups = Object.keys(block).filter((key) => key !== "apiVersion" && key !== "prefer");
  return groups.every((group) => Object.keys(objectAt(block, group)).length === 0);
}
