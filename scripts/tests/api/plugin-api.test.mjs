import { expect, test } from "vitest";
import { checkPluginApi, contractChanges, parse } from "../../api/plugin-api.mjs";
import { repositoryWith } from "../support/repository-with.mjs";

const file = "packages/example/etc/plugin-api.md";
const LINES = ["interface A", "required A: one(): void;", "optional A: two?(): void;", "interface B", "given B: one: string;"];

function text(/** @type {string} */ version, /** @type {readonly string[]} */ lines) {
  return `# Plugin API ${version}\n\nText.\n\n\`\`\`text\n${lines.join("\n")}\n\`\`\`\n`;
}

const changes = (/** @type {readonly string[]} */ before, /** @type {readonly string[]} */ after) =>
  contractChanges(parse(text("1.0", before)), parse(text("1.0", after)));

test("contractChanges sees nothing where lines only moved", () => {
  expect(changes(LINES, [...LINES].reverse())).toEqual({ breaking: [], adding: [] });
});

test("contractChanges takes an optional member, a new shape and what plugins are given for added", () => {
  const added = ["optional A: three?(): C;", "given B: two: string;", "interface C", "required C: one: string;"];
  expect(changes(LINES, [...LINES, ...added])).toEqual({
    breaking: [],
    adding: ["+ optional A: three?(): C;", "+ given B: two: string;", "+ interface C", "+ required C: one: string;"],
  });
});

test("contractChanges takes a required member of what plugins make already for breaking", () => {
  expect(changes(LINES, [...LINES, "required A: three(): void;"]).breaking).toEqual(["+ required A: three(): void;"]);
});

test("contractChanges takes an optional member that became required for breaking, the other way round for added", () => {
  const harder = LINES.map((line) => line.replace("optional A: two?", "required A: two?"));
  expect(changes(LINES, harder).breaking).toEqual(["+ required A: two?(): void;"]);
  expect(changes(harder, LINES)).toEqual({ breaking: [], adding: ["+ optional A: two?(): void;"] });
});

test("contractChanges lets a shape that plugins were only given become one that they make", () => {
  const made = LINES.map((line) => line.replace("given B", "required B"));
  expect(changes(LINES, made)).toEqual({ breaking: [], adding: [] });
});

test.each([
  ["gone", LINES.slice(0, -1), "- B: one: string;"],
  ["changed", LINES.map((line) => line.replace("one(): void", "one(): string")), "- A: one(): void;"],
])("contractChanges takes a line that is %s for breaking", (_, after, line) => {
  expect(changes(LINES, after).breaking).toContain(line);
});

/** A repository whose package was released with plugin API `version`. */
function released(/** @type {string} */ version) {
  const made = repositoryWith({ [file]: text(version, LINES) });
  made.release("0.2.0");
  made.commit("release 0.2.0");
  const problemsWith = (/** @type {string} */ now, /** @type {readonly string[]} */ lines) => {
    made.write(file, text(now, lines));
    return checkPluginApi(made.pkg, made.folder);
  };
  return { ...made, problemsWith };
}

const since = (/** @type {string} */ version) => `the contract changed since floe-core 0.2.0, which has plugin API ${version}`;
const ADDED = [...LINES, "optional A: three?(): void;"];
const REQUIRED = [...LINES, "required A: three(): void;"];

test("checkPluginApi asks for nothing before the first release", () => {
  const { folder, pkg, write } = repositoryWith({ [file]: text("1.0", LINES) });
  write(file, text("1.0", []));
  expect(checkPluginApi(pkg, folder)).toEqual([]);
});

test("checkPluginApi asks for a new minor for what was added", () => {
  const { problemsWith, commit } = released("1.0");
  expect(problemsWith("1.0", LINES)).toEqual([]);
  expect(problemsWith("1.0", ADDED)).toEqual([
    `${file}: FLOE_PLUGIN_API_VERSION is 1.0 and needs a new minor: ${since("1.0")}`,
    `${file}: + optional A: three?(): void;`,
  ]);
  commit("change");
  commit("another");
  expect(problemsWith("1.0", ADDED)).toHaveLength(2);
  expect(problemsWith("1.1", ADDED)).toEqual([]);
  expect(problemsWith("2.0", ADDED)).toEqual([]);
});

test("checkPluginApi asks for a new major for a required member, and never takes a minor for it", () => {
  const { problemsWith } = released("1.0");
  const lines = [`${file}: + required A: three(): void;`];
  expect(problemsWith("1.0", REQUIRED)).toEqual([`${file}: FLOE_PLUGIN_API_VERSION is 1.0 and needs a new major: ${since("1.0")}`, ...lines]);
  expect(problemsWith("1.1", REQUIRED)).toEqual([`${file}: FLOE_PLUGIN_API_VERSION is 1.1 and needs a new major: ${since("1.0")}`, ...lines]);
  expect(problemsWith("2.0", REQUIRED)).toEqual([]);
});

test("checkPluginApi asks for a new minor where 1.x would ask for a major while the plugin API is 0.x", () => {
  const { problemsWith } = released("0.4");
  expect(problemsWith("0.4", REQUIRED)[0]).toContain("needs a new minor");
  expect(problemsWith("0.5", REQUIRED)).toEqual([]);
});

test("checkPluginApi lets no version go back", () => {
  const { problemsWith } = released("1.1");
  expect(problemsWith("1.0", LINES)).toEqual([
    `${file}: FLOE_PLUGIN_API_VERSION went back to 1.0 since floe-core 0.2.0, which has plugin API 1.1`,
  ]);
});

test("checkPluginApi judges a release that is being made, and one that was, by the one before", () => {
  const { problemsWith, release, commit } = released("1.0");
  release("0.3.0", "0.2.0");
  const problems = problemsWith("1.0", ADDED);
  expect(problems).toHaveLength(2);
  commit("release 0.3.0");
  expect(problemsWith("1.0", ADDED)).toEqual(problems);
});
