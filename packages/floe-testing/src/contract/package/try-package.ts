import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pluginKey, type EntryPoint } from "floe-core";
import type { ClauseOutcome, ContractReport } from "../contract-report.ts";
import { normalDeclaration } from "../normal-declaration.ts";
import { readDeclaration } from "../subject/manifest-entry.ts";
import { asJson, readAuthorPackage, type AuthorPackage } from "./author-package.ts";
import { discoverInstalled } from "./discover-installed.ts";
import { installPackage, type InstalledPackage } from "./install-package.ts";
import { packPackage } from "./pack-package.ts";
import { PACKAGE_CLAUSES } from "./package-clauses.ts";
import type { PackageContractOptions } from "./package-contract-options.ts";
import type { PackageContractReport } from "./package-contract-report.ts";
import { pluginClauses } from "./plugin-clauses.ts";
import { PROCESS_LIMITS, watchPlugin, type ProcessLimits } from "./watch-plugin.ts";
import { processOutcomes } from "./process-outcomes.ts";
import { runPackageClauses, type Skips } from "./run-package-clauses.ts";
import type { PackageUnderTest } from "./whole-package-clause.ts";

/** The suite's own workings, which its tests replace. */
export interface PackageContractParts {
  readonly module: URL;
  readonly limits: ProcessLimits;
}

const PARTS: PackageContractParts = { module: new URL("./bin.js", import.meta.url), limits: PROCESS_LIMITS };

/** Kept back of the limit, for what has to be stopped and removed. */
const RESERVE_MS = 500;

/** What `runPackageContract` does, with parts that its tests can replace. */
export async function tryPackage(
  folder: string | URL,
  options: PackageContractOptions = {},
  parts: PackageContractParts = PARTS,
): Promise<PackageContractReport> {
  const { limitMs = 22_000, signal = new AbortController().signal, onOutcome = () => {} } = options;
  signal.throwIfAborted();
  const began = performance.now();
  const left = (): number => Math.max(0, limitMs - RESERVE_MS - (performance.now() - began));
  const author = readAuthorPackage(folder);
  const workplace = realpathSync(mkdtempSync(join(tmpdir(), "floe-contract-")));
  try {
    let installing: Promise<InstalledPackage> | undefined;
    const tested: PackageUnderTest = {
      author,
      installed: () => (installing ??= install(author, workplace, { limitMs: left(), signal })),
    };
    const clauses = await runPackageClauses(PACKAGE_CLAUSES, tested, {
      skip: packageSkips(author),
      signal,
      onOutcome: (outcome) => onOutcome(outcome, undefined),
    });
    const plugins: ContractReport[] = [];
    const isWhole = clauses.every(({ clause, result }) => result === "kept" || !/has-its-files|packs/.test(clause));
    if (isWhole && installing !== undefined) {
      const there = await installing;
      const { application } = there;
      const { entryPoints } = discoverInstalled(there);
      for (const [index, entry] of entryPoints.entries()) {
        const share = left() / (entryPoints.length - index);
        plugins.push(await tryEntry(entry, { author, application, limitMs: share, signal, onOutcome, parts }));
      }
    }
    return {
      ok: clauses.every(isNotBroken) && plugins.every(({ ok }) => ok),
      package: { name: author.name, version: author.version },
      durationMs: Math.round(performance.now() - began),
      clauses,
      plugins,
    };
  } finally {
    rmSync(workplace, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function install(
  author: AuthorPackage,
  workplace: string,
  { limitMs, signal }: { readonly limitMs: number; readonly signal: AbortSignal },
): Promise<InstalledPackage> {
  const [packed, application] = [join(workplace, "packed"), join(workplace, "application")];
  for (const at of [packed, application]) mkdirSync(at);
  return installPackage(await packPackage(author.folder, { to: packed, limitMs, signal }), author, application);
}

interface EntryOptions extends Required<Omit<PackageContractOptions, "limitMs">> {
  readonly author: AuthorPackage;
  readonly application: string;
  readonly limitMs: number;
  readonly parts: PackageContractParts;
}

async function tryEntry({ type, name }: EntryPoint, options: EntryOptions): Promise<ContractReport> {
  const { author, application, limitMs, signal, onOutcome, parts } = options;
  const group = type as Parameters<typeof pluginClauses>[0];
  const [began, key] = [performance.now(), pluginKey(type, name)];
  const { skip } = normalDeclaration(readDeclaration(group, author.folder, name));
  const job = { type: group, name, application, folder: author.folder };
  const told = (outcome: ClauseOutcome): void => onOutcome(outcome, key);
  const seen = await watchPlugin(job, { ...parts, limitMs, signal, onOutcome: told });
  const clauses = processOutcomes(pluginClauses(group), seen, skip);
  for (const outcome of clauses) if (!seen.outcomes.includes(outcome)) told(outcome);
  return { ok: clauses.every(isNotBroken), plugin: key, durationMs: Math.round(performance.now() - began), clauses };
}

/** What `floeContract.package.skip` declares of the package as a whole. */
function packageSkips({ manifest }: AuthorPackage): Skips {
  return asJson(asJson(asJson(manifest["floeContract"])["package"])["skip"]);
}

function isNotBroken({ result }: ClauseOutcome): boolean {
  return result !== "broken";
}
