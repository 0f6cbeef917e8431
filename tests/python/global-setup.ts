import type { TestProject } from "vitest/node";
import { makeEnvironment, type PythonEnvironment } from "./make-environment.ts";

/** Runs once, before the first test that needs Python. */
export default async function setUp({ provide }: TestProject): Promise<void> {
  provide("python", await makeEnvironment());
}

declare module "vitest" {
  interface ProvidedContext {
    readonly python: PythonEnvironment;
  }
}
