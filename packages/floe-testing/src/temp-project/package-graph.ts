import { findFloeCore, floeCoreVersion } from "./floe-core-copy.ts";
import type { DependencyField, FloeCoreInstall, FloeCoreVersions, TempPackage } from "./temp-package.ts";

/** The packages of a project and who depends on whom, before any layout puts them into folders. */
export interface PackageGraph {
  readonly applicationName: string;
  /** By id: what is installed. The ids are the table's keys and those of copies of floe-core. */
  readonly nodes: ReadonlyMap<string, PackageNode>;
  /** Ids of what the application depends on. */
  readonly direct: readonly string[];
  /** Ids of what is installed although nothing depends on it. */
  readonly extraneous: readonly string[];
}

/** One installed package. */
export interface PackageNode {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Ids of what it depends on and what is installed. */
  readonly edges: readonly string[];
  readonly isWorkspace: boolean;
  readonly content: PackageContent;
}

/** Where a package's files come from. */
export type PackageContent =
  | { readonly kind: "written"; readonly spec: TempPackage }
  | { readonly kind: "link"; readonly target: string }
  | { readonly kind: "floe-core"; readonly versions: FloeCoreVersions };

/** What a package.json says it depends on: field to name to range. */
export type DeclaredDependencies = Readonly<Partial<Record<DependencyField, Readonly<Record<string, string>>>>>;

/** The graph, and what the package.json of each package and of the application declares. */
export interface PlannedPackages {
  readonly graph: PackageGraph;
  readonly declared: (id: string) => DeclaredDependencies;
  readonly declaredByApplication: DeclaredDependencies;
}

const CORE = "floe-core";

/**
 * Reads a table of packages.
 *
 * @throws RangeError if a parent is not in the table, or if two packages of one name would need one place.
 */
export function planPackages(
  table: Readonly<Record<string, TempPackage>>,
  application: { readonly name: string; readonly floeCore: FloeCoreInstall },
): PlannedPackages {
  const nodes = new Map<string, PackageNode>();
  const declared = new Map<string, DeclaredDependencies>();
  const childrenOf = groupByParent(table);
  const core = (owner: string, install: FloeCoreInstall): string[] => {
    if (install === "none" || Object.hasOwn(table, CORE)) return [];
    const node = coreNode(owner, install);
    nodes.set(node.id, node);
    return [node.id];
  };
  const atTop: string[] = core("the application", application.floeCore);
  const applicationFields: Record<string, Record<string, string>> = {};
  if (atTop.length > 0) applicationFields["dependencies"] = { [CORE]: "*" };
  const extraneous: string[] = [];
  for (const [id, spec] of Object.entries(table)) {
    const wanted = [...(spec.dependencies ?? []), ...(childrenOf.get(id) ?? [])];
    const own = spec.floeCore ?? (spec.floe === undefined && spec.floeText === undefined ? "none" : "shared");
    const ranges = Object.fromEntries(wanted.map((other) => rangeOf(other, table[other])));
    declared.set(id, {
      ...(wanted.length === 0 ? {} : { dependencies: ranges }),
      ...(own === "none" ? {} : { peerDependencies: { [CORE]: "*" } }),
    });
    const field = directField(spec);
    if (field !== undefined) (applicationFields[field] ??= {})[nameOf(id, spec)] = versionOf(spec);
    if (spec.isInstalled === false) continue;
    if (field !== undefined) atTop.push(id);
    else if (spec.of === undefined) extraneous.push(id);
    nodes.set(id, {
      id,
      name: nameOf(id, spec),
      version: versionOf(spec),
      edges: [...wanted.filter((other) => isInstalled(table[other])), ...core(id, own)],
      isWorkspace: spec.isWorkspace ?? field !== undefined,
      content: { kind: "written", spec },
    });
  }
  refuseSharedNames("the application", [...atTop, ...extraneous], nodes);
  for (const { id, edges } of nodes.values()) refuseSharedNames(`package "${id}"`, edges, nodes);
  const graph = { applicationName: application.name, nodes, direct: atTop, extraneous };
  return { graph, declared: (id) => declared.get(id) ?? {}, declaredByApplication: applicationFields };
}

function groupByParent(table: Readonly<Record<string, TempPackage>>): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const [id, { of = [] }] of Object.entries(table)) {
    for (const parent of typeof of === "string" ? [of] : of) {
      if (!Object.hasOwn(table, parent)) {
        throw new RangeError(`Cannot make a project: package "${id}" is of "${parent}", which is not in the table`);
      }
      children.set(parent, [...(children.get(parent) ?? []), id]);
    }
  }
  return children;
}

/** One `node_modules` has one place for a name. */
function refuseSharedNames(owner: string, ids: readonly string[], nodes: ReadonlyMap<string, PackageNode>): void {
  const names = ids.map((id) => nodes.get(id)?.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new RangeError(`Cannot make a project: ${owner} has two packages called ${twice}`);
}

function coreNode(owner: string, install: Exclude<FloeCoreInstall, "none">): PackageNode {
  const shared = { name: CORE, edges: [], isWorkspace: false };
  if (install === "shared") {
    return { ...shared, id: CORE, version: floeCoreVersion(), content: { kind: "link", target: findFloeCore() } };
  }
  const versions = install === "copy" ? {} : install;
  const version = versions.version ?? floeCoreVersion();
  return { ...shared, id: `${CORE} of ${owner}`, version, content: { kind: "floe-core", versions } };
}

function isInstalled(spec: TempPackage | undefined): boolean {
  return spec !== undefined && spec.isInstalled !== false;
}

function rangeOf(id: string, spec: TempPackage | undefined): [string, string] {
  return spec === undefined ? [id, "*"] : [nameOf(id, spec), versionOf(spec)];
}

function nameOf(id: string, spec: TempPackage): string {
  return spec.name ?? id;
}

function versionOf(spec: TempPackage): string {
  return spec.version ?? "1.0.0";
}

function directField({ direct, of }: TempPackage): DependencyField | undefined {
  if (typeof direct === "string") return direct;
  return (direct ?? of === undefined) ? "dependencies" : undefined;
}
