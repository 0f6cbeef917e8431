import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";

const sources = ["packages/*/src/**/*.ts", "plugins/*/src/**/*.ts"];
const typescript = ["**/*.ts"];
const tests = ["**/tests/**/*.ts", "tests/**/*.ts"];

const noDefaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "Export by name: a default export has another name in every file that imports it.",
};
const noExportAll = {
  selector: "ExportAllDeclaration",
  message: "List what is exported by name: an index is the public contract and has to be readable.",
};
const noSkippedTest = {
  selector:
    "CallExpression > MemberExpression.callee[object.name=/^(test|it|describe)$/][property.name=/^(skip|only|todo)$/]",
  message: "A test runs or is deleted. Where something may be missing, ask for it in the test: ctx.skip(reason).",
};

export default defineConfig(
  globalIgnores([
    "**/dist/",
    "**/coverage/",
    "**/.turbo/",
    "**/.tmp/",
    "**/.venv/",
    // Modules that tests load as plugins: broken on purpose, and none of them is ours to keep tidy.
    "**/fixtures/**/*.{js,mjs,cjs}",
  ]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: globals.nodeBuiltin },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      // One program over every source and test is built once, where the project service opens a project per folder.
      parserOptions: { project: ["./tsconfig.test.json"], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/consistent-type-exports": ["error", { fixMixedExportsWithInlineTypeSpecifier: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // The compiler reports unused names already (noUnusedLocals, noUnusedParameters).
      "@typescript-eslint/no-unused-vars": "off",
      // `log: () => console.log(x)` says what it means.
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // A hook may answer at once or later: `void | Promise<void>` is the contract's own type.
      "@typescript-eslint/no-invalid-void-type": "off",
      // An implementation of an asynchronous member rejects instead of throwing because it is `async`.
      "@typescript-eslint/require-await": "off",
      // The type parameter is what a caller reads by: get<T>(...), and the base classes' Config.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
    },
  },
  {
    files: sources,
    rules: {
      "max-lines": ["error", { max: 250 }],
      // Standard output belongs to the host; libraries take a Logger, the command line a stream.
      "no-console": "error",
      "no-restricted-syntax": ["error", noDefaultExport, noExportAll],
    },
  },
  {
    // The identity members are declared by an interface, so that a subclass may state them as fields or as getters.
    files: ["packages/floe-core/src/plugin/plugin-metadata.ts"],
    rules: { "@typescript-eslint/no-unsafe-declaration-merging": "off" },
  },
  {
    files: [...tests, "**/tests/**/*.mjs"],
    rules: { "no-restricted-syntax": ["error", noSkippedTest] },
  },
  {
    files: tests,
    rules: {
      // Plugins under test throw, reject with and lack whatever a plugin author might.
      "@typescript-eslint/only-throw-error": "off",
      "@typescript-eslint/prefer-promise-reject-errors": "off",
      "@typescript-eslint/no-extraneous-class": "off",
      // A wrong assumption in a test fails the test, which is what a check would do.
      "@typescript-eslint/no-non-null-assertion": "off",
      // expect(log.info("x")).toBeUndefined() is how a test says that nothing is answered.
      "@typescript-eslint/no-confusing-void-expression": "off",
      // expect.stringContaining and its like are typed any, and stand wherever a value is expected.
      "@typescript-eslint/no-unsafe-assignment": "off",
      // expect(object.method) reads the method, it does not call it.
      "@typescript-eslint/unbound-method": "off",
    },
  },
);
