/**
 * The layer rules of CONTRIBUTING.md for dependency-cruiser. Imports of types count like any other: a type-only
 * cycle ties two files together just as well.
 *
 * @type {import("dependency-cruiser").IConfiguration}
 */
export default {
  forbidden: [
    ...packageRules({
      "packages/floe-core": [],
      "packages/floe-testing": ["packages/floe-core"],
      "packages/floe-lineage": ["packages/floe-core"],
      "packages/floe-platform": ["packages/floe-core"],
      "packages/floe-cli": ["packages/floe-core", "packages/floe-platform", "packages/floe-testing"],
      "plugins/[^/]+": ["packages/floe-core", "packages/floe-lineage"],
    }),
    ...coreRules([
      "(plugin-type|plugin-key|health-status|logger)[.]ts|text/",
      "errors/",
      "schedule/",
      "version/",
      "plugin/",
      "config/",
      "discovery/",
      "dependencies/",
      "registry/",
      "orchestration/",
      "(index|config|testing)[.]ts",
    ]),
    {
      name: "no-cycles",
      comment: "Files that import each other can only be read, tested and changed together.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "not-through-the-own-index",
      comment: "An index lists what others may use; inside the package, import the file itself.",
      severity: "error",
      from: { path: "^((packages|plugins)/[^/]+/)src/" },
      to: { path: "^$1src/index[.]ts$" },
    },
    {
      name: "not-around-the-exports-map",
      comment: "Another package is imported by its name, never by a path into its folder; tests share what supports them.",
      severity: "error",
      from: { path: "^((packages|plugins|examples)/[^/]+|tests|bench|scripts)/" },
      to: { path: "^(packages|plugins|examples)/", pathNot: ["^$1/", "^packages/[^/]+/tests/support/"], dependencyTypes: ["local"] },
    },
    {
      name: "sources-without-tests",
      comment: "What is published cannot import what is not.",
      severity: "error",
      from: { path: "^(packages|plugins)/[^/]+/src/" },
      to: { path: "(^|/)(tests|bench|examples|scripts)/", pathNot: "(^|/)node_modules/" },
    },
    {
      name: "no-undeclared-dependency",
      comment: "A package that is not in package.json is there by luck.",
      severity: "error",
      from: { path: "^(packages|plugins)/[^/]+/src/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "npm-dev"], dependencyTypesNot: ["npm-peer"] },
    },
    {
      name: "resolvable",
      comment: "The import leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "semver-when-needed",
      comment: "semver is loaded when a range has to be judged: a static import would load it with floe-core.",
      severity: "error",
      from: { path: "^packages/floe-core/src/" },
      to: {
        path: ["(^|/)node_modules/(@types/)?semver/", "^semver$"],
        dependencyTypesNot: ["dynamic-import", "require", "type-only"],
      },
    },
    {
      name: "zod-through-floe-core-config-only",
      comment: "Loading zod takes longer than loading the whole registry; only who imports floe-core/config pays.",
      severity: "error",
      from: { path: "^packages/floe-core/src/(index|testing)[.]ts$" },
      to: { path: ["(^|/)node_modules/zod/", "^zod$"], reachable: true },
    },
  ],
  options: {
    exclude: { path: ["(^|/)(dist|coverage|[.]tmp|fixtures)/"] },
    doNotFollow: { path: "(^|/)node_modules/" },
    tsConfig: { fileName: "tsconfig.test.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@floe/source", "import", "require", "node", "default", "types"],
    },
  },
};

/**
 * One rule per package: it may import itself and the packages named, nothing else in this repository.
 *
 * @param {Readonly<Record<string, readonly string[]>>} permitted
 * @returns {import("dependency-cruiser").IForbiddenRuleType[]}
 */
function packageRules(permitted) {
  return Object.entries(permitted).flatMap(([folder, targets]) => {
    const rule = (/** @type {string} */ part, /** @type {readonly string[]} */ also) => ({
      name: `layers-of-${folder.replaceAll(/[^a-z-]+/g, "-").replace(/-$/, "")}-${part}`,
      comment: `${folder} may import ${[...targets, ...also].join(", ") || "no other package"}.`,
      severity: /** @type {const} */ ("error"),
      from: { path: part === "src" ? `^(${folder})/src/` : `^(${folder})/(?!src/)` },
      to: {
        path: "^(packages|plugins|examples|tests|bench)/",
        pathNot: ["^$1/", ...[...targets, ...also].map((target) => `^${target}/`)],
      },
    });
    // floe-testing builds on floe-core, so only the packages after it can use it in their tests.
    // What starts a real Dagster is shared by the tests in tests/dagster and those beside the plugin.
    const support = folder.startsWith("plugins/") ? ["tests/dagster/support"] : [];
    return [rule("src", []), rule("tests", folder === "packages/floe-core" ? [] : ["packages/floe-testing", ...support])];
  });
}

/**
 * Inside floe-core a file imports from its own layer and the ones before it.
 *
 * @param {readonly string[]} layers
 * @returns {import("dependency-cruiser").IForbiddenRuleType[]}
 */
function coreRules(layers) {
  const src = "^packages/floe-core/src/";
  return [
    ...layers.slice(0, -1).map((layer, index) => ({
      name: `core-layer-${index + 1}`,
      comment: `${layer} comes before ${layers.slice(index + 1).join(", ")}.`,
      severity: /** @type {const} */ ("error"),
      from: { path: `${src}(${layer})` },
      to: { path: `${src}(${layers.slice(index + 1).join("|")})` },
    })),
    {
      name: "core-layer-unknown",
      comment: "A new file or folder in floe-core/src needs its place in the order of layers.config.mjs.",
      severity: "error",
      from: {},
      to: { path: src, pathNot: `${src}(${layers.join("|")})` },
    },
  ];
}
